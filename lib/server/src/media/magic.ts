/** What files say of themselves in their first bytes. Names and announced types are not believed. */

/** How many bytes have to be looked at. */
export const MAGIC_BYTES = 16;

interface Kind {
  readonly type: string;
  /** Bytes at a place. */
  readonly marks: readonly (readonly [at: number, bytes: string])[];
}

const kind = (type: string, ...marks: Kind['marks'][number][]): Kind => ({ type, marks });

/** In the order in which they are tried. Nothing in here can carry a script into a browser. */
const KINDS: readonly Kind[] = [
  kind('image/png', [0, '\x89PNG\r\n\x1a\n']),
  kind('image/jpeg', [0, '\xff\xd8\xff']),
  kind('image/gif', [0, 'GIF87a']),
  kind('image/gif', [0, 'GIF89a']),
  kind('image/bmp', [0, 'BM']),
  kind('image/webp', [0, 'RIFF'], [8, 'WEBP']),
  kind('image/heic', [4, 'ftyphei']),
  kind('image/heif', [4, 'ftypmif1']),
  kind('image/avif', [4, 'ftypavif']),
  kind('audio/mp4', [4, 'ftypM4A']),
  kind('video/quicktime', [4, 'ftypqt']),
  kind('video/3gpp', [4, 'ftyp3g']),
  kind('video/mp4', [4, 'ftyp']),
  kind('video/webm', [0, '\x1aE\xdf\xa3']),
  kind('video/x-msvideo', [0, 'RIFF'], [8, 'AVI ']),
  kind('audio/wav', [0, 'RIFF'], [8, 'WAVE']),
  kind('audio/ogg', [0, 'OggS']),
  kind('audio/flac', [0, 'fLaC']),
  kind('audio/amr', [0, '#!AMR']),
  kind('audio/mpeg', [0, 'ID3']),
  kind('audio/aac', [0, '\xff\xf1']),
  kind('audio/aac', [0, '\xff\xf9']),
  kind('audio/mpeg', [0, '\xff\xfb']),
  kind('audio/mpeg', [0, '\xff\xf3']),
  kind('audio/mpeg', [0, '\xff\xf2']),
];

/** The media type of a file by its first bytes; bytes of any kind when it is none of those that are known. */
export function mediaType(beginning: Buffer): string {
  const text = beginning.toString('latin1', 0, MAGIC_BYTES);
  const found = KINDS.find(({ marks }) => marks.every(([at, bytes]) => text.startsWith(bytes, at)));
  return found?.type ?? 'application/octet-stream';
}

export function isImage(beginning: Buffer): boolean {
  return mediaType(beginning).startsWith('image/');
}
