import type { Elem, MediaKind } from '@tim-node/protocol';
import type { CheckedFile, Media, Progress } from '../../../feature/media.js';
import { formatNumber } from '../../../feature/image-size.js';
import { blobBytes } from '../../../host/blob-bytes.js';
import { randomId } from '../../../host/random.js';
import type { MessageElement } from '../shapes/message.js';
import { checkType, fileError, noFile } from './file-errors.js';
import { draftElement } from './to-web.js';
import type { Chosen } from './chosen.js';

/** The files of a message that was made and not sent. */
export interface Attachment {
  readonly kind: MediaKind;
  /** Nothing was chosen: sending will say so. */
  readonly file: Chosen | undefined;
  /** Of a video. */
  readonly snapshot?: Chosen | undefined;
  /** Seconds. */
  readonly duration?: number;
}

/** What is known of a file when its element is made. */
type Sized = Pick<CheckedFile, 'name' | 'size' | 'image'> & { readonly id: string };

/** The element of a message whose files are not uploaded yet. In pages its addresses show the files that were chosen. */
export function attachedElement({ kind, file, snapshot, duration = 0 }: Attachment, to: string) {
  const previews = new Map<string, string>();
  const draft = ({ blob, name }: Chosen): Sized => {
    const id = randomId();
    const url = previewOf(blob);
    if (url !== undefined) previews.set(id, url);
    return { id, name, size: blob.size };
  };
  const nothing = { id: '', name: '', size: 0 };
  const elem = elemOf(kind, file === undefined ? nothing : draft(file), snapshot && draft(snapshot), duration);
  const element: MessageElement = draftElement(elem, { links: (id) => previews.get(id) ?? '', to });
  return { element, previews: [...previews.values()] };
}

/** Only a page has something to show; elsewhere the file would be kept for nobody. */
function previewOf(blob: Blob): string | undefined {
  return 'document' in globalThis ? URL.createObjectURL(blob) : undefined;
}

/**
 * Uploads the files of a message.
 * @returns the element that names them
 * @throws IMError by what is wrong with a file; TIMError for the rest
 */
export async function upload(media: Media, { kind, ...chosen }: Attachment, onProgress: Progress): Promise<Elem> {
  if (chosen.file === undefined) throw noFile(kind);
  try {
    const file = await checked(media, kind, chosen.file);
    const snapshot = chosen.snapshot === undefined ? undefined : await checked(media, 'image', chosen.snapshot);
    const total = file.size + (snapshot?.size ?? 0);
    const sent = await send(media, file, (current) => onProgress(current, total));
    const shot = snapshot && (await send(media, snapshot, (current) => onProgress(file.size + current, total)));
    onProgress(total, total);
    return elemOf(kind, sent, shot, chosen.duration ?? 0);
  } catch (error) {
    throw fileError(kind, error);
  }
}

async function checked(media: Media, kind: MediaKind, { blob, name }: Chosen): Promise<CheckedFile> {
  const bytes = blobBytes(blob);
  const file = await media.check({ bytes, kind, name });
  await checkType(file);
  return file;
}

async function send(media: Media, file: CheckedFile, onProgress: Progress): Promise<Sized> {
  return { ...file, id: await media.upload(file, onProgress, new AbortController()) };
}

function elemOf(kind: MediaKind, file: Sized, snapshot: Sized | undefined, duration: number): Elem {
  const { id, size, name, image } = file;
  switch (kind) {
    case 'image':
      return { type: 'image', format: formatNumber(image), original: pictureOf(file) };
    case 'sound':
      return { type: 'sound', id, size, duration };
    case 'file':
      return { type: 'file', id, name, size };
    case 'video':
      return {
        type: 'video',
        id,
        format: extensionOf(name),
        size,
        duration,
        ...(snapshot === undefined
          ? {}
          : {
              snapshot: {
                ...pictureOf(snapshot),
                format: extensionOf(snapshot.name) || (snapshot.image?.format ?? ''),
              },
            }),
      };
  }
}

function pictureOf({ id, size, image }: Sized): { id: string; size: number; width: number; height: number } {
  return { id, size, width: image?.width ?? 0, height: image?.height ?? 0 };
}

function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,16})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
