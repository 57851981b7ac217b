import { WEB_ERRORS, type WebErrorName } from './codes.js';
import { IMError } from './im-error.js';

/**
 * Refuses an argument of the wrong shape. Thrown inside the call, as the Web style does; the text begins
 * with the one that apps know.
 */
export function check(holds: boolean, detail: string, name: WebErrorName = 'INVALID_OPERATION'): asserts holds {
  if (!holds) throw new IMError(WEB_ERRORS[name].code, `Params validate failed. ${detail}`);
}
