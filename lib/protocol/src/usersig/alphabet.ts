/**
 * UserSigs use base64 with three characters replaced so that they can stand in a URL.
 * Only the one canonical spelling of some bytes is accepted: a decoder that skips junk would let
 * many different texts pass for the same signature.
 */
const USER_SIG_TEXT = /^[A-Za-z0-9*-]+_{0,2}$/;

export function toUrlText(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_');
}

/** The bytes behind a UserSig text; nothing when a character does not belong there. */
export function fromUrlText(text: string): Buffer | undefined {
  if (!USER_SIG_TEXT.test(text)) return undefined;
  const bytes = Buffer.from(text.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '='), 'base64');
  return toUrlText(bytes) === text ? bytes : undefined;
}
