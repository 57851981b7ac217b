import { ERRORS, TIMError, type MediaKind } from '@tim-node/protocol';
import type { CheckedFile } from '../../../feature/media.js';
import { webError, type WebErrorName } from '../codes.js';
import type { IMError } from '../im-error.js';

interface Names {
  readonly none: WebErrorName;
  readonly tooLarge: WebErrorName;
  readonly failed: WebErrorName;
}

/** What goes wrong with a file, by what it is. */
const NAMES: Readonly<Record<MediaKind, Names>> = {
  image: { none: 'MSG_I_SELECT_F_FIRST', tooLarge: 'MSG_I_SIZE_LIMIT', failed: 'MSG_SEND_FAIL' },
  sound: { none: 'MSG_F_SELECT_F_FIRST', tooLarge: 'MSG_A_SIZE_LIMIT', failed: 'MSG_A_UPLOAD_FAIL' },
  video: { none: 'MSG_F_SELECT_F_FIRST', tooLarge: 'MSG_V_SIZE_LIMIT', failed: 'MSG_V_UPLOAD_FAIL' },
  file: { none: 'MSG_F_SELECT_F_FIRST', tooLarge: 'MSG_F_SIZE_LIMIT', failed: 'MSG_F_UPLOAD_FAIL' },
};

/** No file was chosen. */
export function noFile(kind: MediaKind): IMError {
  return webError(NAMES[kind].none, 'sendMessage');
}

/** The Web style's error for one of a file; others stay as they are. */
export function fileError(kind: MediaKind, error: unknown): unknown {
  if (!(error instanceof TIMError)) return error;
  const { code, desc } = error;
  if (code === ERRORS.fileTooLarge.code) return webError(NAMES[kind].tooLarge, 'sendMessage');
  if (code === ERRORS.notImage.code) return webError('MSG_I_TYPES_LIMIT', 'sendMessage');
  if (code === ERRORS.uploadFailed.code) return webError(NAMES[kind].failed, desc);
  return error;
}

/** Where the type of a video stands: MP4 and QuickTime, WebM. */
const VIDEO_MARKS: readonly (readonly [at: number, mark: string])[] = [
  [4, 'ftyp'],
  [0, '\x1aE\xdf\xa3'],
];
const MARK_BYTES = 8;

/** @throws IMError 2252 for an image, 2352 for a video of a kind that browsers do not show */
export async function checkType({ kind, bytes, image }: CheckedFile): Promise<void> {
  if (kind === 'image' && image === undefined) throw webError('MSG_I_TYPES_LIMIT', 'sendMessage');
  if (kind !== 'video') return;
  const { beginning } = await bytes.inspect(MARK_BYTES);
  const text = String.fromCharCode(...beginning);
  if (!VIDEO_MARKS.some(([at, mark]) => text.startsWith(mark, at))) throw webError('MSG_V_TYPES_LIMIT', 'sendMessage');
}
