import { HEADER } from './typescript.mjs';

/** Names and numbers of all error codes of the native SDK. */
export function errorCodes({ errors }) {
  const rows = errors.map(({ name, code }) => `  ${name}: ${code},`);
  return `${HEADER}
/** Every error code of the native SDK. What those mean that tim-node itself can give is in docs/errors.md. */
export const TIMErrCode = {\n${rows.join('\n')}\n} as const;
export type TIMErrCode = (typeof TIMErrCode)[keyof typeof TIMErrCode];
`;
}
