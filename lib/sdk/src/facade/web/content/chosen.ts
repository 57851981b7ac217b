import { isRecord } from '@tim-node/protocol';
import { check } from '../check.js';
import type { ChosenFile } from '../shapes/payloads.js';

/** A file that the app has chosen for a message. */
export interface Chosen {
  readonly blob: Blob;
  /** Name to show; never a path. */
  readonly name: string;
}

/**
 * What of a payload is a file: a `File` or `Blob`, or the `<input>` in which it was chosen. Nothing when nothing was
 * chosen there.
 * @throws IMError 2905 for anything else
 */
export function chosenIn(api: string, given: unknown, fallback: string): Chosen | undefined {
  const first = isInput(given) ? given.files?.[0] : given;
  if (isInput(given) && first === undefined) return undefined;
  check(isBlob(first), `${api}: payload.file must be a File, a Blob or an <input type="file">`);
  const { name } = first as { readonly name?: unknown };
  const shown = typeof name === 'string' ? name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1) : '';
  return { blob: first, name: shown === '' ? fallback : shown };
}

/** Seconds, as recorders leave them at the file; the payload may have them, too. */
export function durationOf({ file, duration }: Readonly<Record<string, unknown>>): number {
  const noted = duration ?? (file as { readonly duration?: unknown } | undefined)?.duration;
  return typeof noted === 'number' && noted > 0 && noted < MAX_SECONDS ? Math.round(noted) : 0;
}

const MAX_SECONDS = 2 ** 31;

function isInput(given: unknown): given is Exclude<ChosenFile, Blob> {
  return isRecord(given) && 'files' in given && !isBlob(given);
}

/** Those of other windows and frames are no instances of this one's class. */
function isBlob(given: unknown): given is Blob {
  if (typeof given !== 'object' || given === null) return false;
  const { size, slice } = given as Partial<Blob>;
  return typeof size === 'number' && typeof slice === 'function';
}
