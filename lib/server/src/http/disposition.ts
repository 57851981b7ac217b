/** Longest name that is offered, in characters. */
const MAX_NAME = 150;
// eslint-disable-next-line no-control-regex -- to be removed
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const NOT_PLAIN = /[^a-zA-Z0-9._ -]/g;
const NOT_ATTRIBUTE = /[^a-zA-Z0-9.!#$&+^_`|~-]/gu;

/**
 * The header that makes browsers keep a file instead of showing it. Of its name what could be a path, is invisible or
 * turns the direction of writing is left out; the rest is escaped.
 */
export function contentDisposition(name: string): string {
  const last = name.replace(INVISIBLE, '').split(/[/\\]/).at(-1) ?? '';
  const trimmed = Array.from(last.replace(/^[. ]+|[. ]+$/g, ''))
    .slice(0, MAX_NAME)
    .join('');
  const safe = trimmed === '' ? 'file' : trimmed.toWellFormed();
  const plain = safe.replace(NOT_PLAIN, '_');
  if (plain === safe) return `attachment; filename="${plain}"`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${safe.replace(NOT_ATTRIBUTE, percentEncoded)}`;
}

function percentEncoded(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
