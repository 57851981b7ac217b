import { LIMITS } from '../limits.js';
import { mediaId } from '../model/elem.js';
import { op } from '../op.js';
import { int, list, obj, oneOf, text } from '../schema.js';

export const MEDIA_KINDS = ['image', 'sound', 'video', 'file'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

export interface UploadParams {
  readonly kind: MediaKind;
  /** Name to show; never a path. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** A place to send the bytes of a file to. */
export interface UploadPlace {
  readonly id: string;
  /** Path of the HTTP request, below the address of the server. */
  readonly path: string;
  /** For the header `Authorization: Bearer`. */
  readonly token: string;
  /** The token is good until then; unix seconds. */
  readonly until: number;
}

/** Where a file can be fetched, without any header. */
export interface MediaLink {
  readonly id: string;
  /** Path and query of the HTTP request, below the address of the server. */
  readonly path: string;
  /** Unix seconds. */
  readonly until: number;
}

/** Operations on files. Their bytes travel over HTTP. */
export const mediaOps = {
  /** Announces an upload. */
  'media.upload': op<UploadParams, UploadPlace>(
    obj<UploadParams>({
      kind: oneOf(...MEDIA_KINDS),
      name: text({ maxBytes: 1024 }),
      size: int(0),
    }),
    obj<UploadPlace>({ id: mediaId, path: text(), token: text(), until: int(0) }),
    { needs: 'login', resend: true },
  ),
  /** Links to files that this user may see; the others are left out. */
  'media.link': op<{ readonly ids: string[] }, { readonly links: MediaLink[] }>(
    obj<{ readonly ids: string[] }>({ ids: list(mediaId, LIMITS.messagesPerRequest) }),
    obj<{ readonly links: MediaLink[] }>({
      links: list(obj<MediaLink>({ id: mediaId, path: text(), until: int(0) }), LIMITS.messagesPerRequest),
    }),
    { needs: 'login', resend: true },
  ),
};
