import type { Elem, FileElem, ImageElem, MediaKind, Picture, SoundElem, VideoElem } from '@tim-node/protocol';
import { TIMElemType } from '../generated/enums.js';

/** Elements with files, between the native API and the protocol. */

export type NativeElem = { elem_type: number } & Record<string, unknown>;

/** One file of a native element: the keys that speak of it. */
export interface FileKeys {
  readonly kind: MediaKind;
  readonly path: string;
  readonly id: string;
  readonly size: string;
  readonly url: string;
  readonly name?: string;
  readonly width?: string;
  readonly height?: string;
}

const pictureKeys = (which: 'orig' | 'large' | 'thumb'): Omit<FileKeys, 'path'> => ({
  kind: 'image',
  id: `image_elem_${which}_id`,
  size: `image_elem_${which}_pic_size`,
  url: `image_elem_${which}_url`,
  width: `image_elem_${which}_pic_width`,
  height: `image_elem_${which}_pic_height`,
});

/** The files that an app gives by their path, by the type of the element. */
export const FILE_KEYS: Readonly<Partial<Record<number, readonly FileKeys[]>>> = {
  [TIMElemType.kTIMElem_Image]: [{ ...pictureKeys('orig'), path: 'image_elem_orig_path' }],
  [TIMElemType.kTIMElem_Sound]: [
    {
      kind: 'sound',
      path: 'sound_elem_file_path',
      id: 'sound_elem_file_id',
      size: 'sound_elem_file_size',
      url: 'sound_elem_url',
    },
  ],
  [TIMElemType.kTIMElem_File]: [
    {
      kind: 'file',
      path: 'file_elem_file_path',
      id: 'file_elem_file_id',
      size: 'file_elem_file_size',
      url: 'file_elem_url',
      name: 'file_elem_file_name',
    },
  ],
  [TIMElemType.kTIMElem_Video]: [
    {
      kind: 'video',
      path: 'video_elem_video_path',
      id: 'video_elem_video_id',
      size: 'video_elem_video_size',
      url: 'video_elem_video_url',
    },
    {
      kind: 'image',
      path: 'video_elem_image_path',
      id: 'video_elem_image_id',
      size: 'video_elem_image_size',
      url: 'video_elem_image_url',
      width: 'video_elem_image_width',
      height: 'video_elem_image_height',
    },
  ],
};

/** Ids and addresses of all files that a native element shows, by the type of the element. */
const URL_KEYS: Readonly<Partial<Record<number, readonly Pick<FileKeys, 'id' | 'url'>[]>>> = {
  ...FILE_KEYS,
  [TIMElemType.kTIMElem_Image]: (['orig', 'large', 'thumb'] as const).map(pictureKeys),
};

/** Fills in where the files of an element can be loaded from, where that is known. */
export function addUrls(native: NativeElem, urlOf: (id: string) => string): NativeElem {
  for (const { id, url } of URL_KEYS[native.elem_type] ?? []) {
    const value = native[id];
    const address = typeof value === 'string' && value !== '' ? urlOf(value) : '';
    if (address !== '') native[url] = address;
  }
  return native;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Sizes are whole numbers from 0; what else an app may write there counts as unknown. */
const count = (value: unknown): number => (typeof value === 'number' && value > 0 ? Math.trunc(value) : 0);

function toPicture(native: NativeElem, keys: Omit<FileKeys, 'path'>): Picture {
  const { id, size, width = '', height = '' } = keys;
  return {
    id: text(native[id]),
    size: count(native[size]),
    width: count(native[width]),
    height: count(native[height]),
  };
}

/** A smaller picture, when there is one. */
function smaller(native: NativeElem, which: 'large' | 'thumb'): { [K in typeof which]?: Picture } {
  const picture = toPicture(native, pictureKeys(which));
  return picture.id === '' ? {} : { [which]: picture };
}

const TO_DOMAIN: Readonly<Partial<Record<number, (native: NativeElem) => Elem>>> = {
  [TIMElemType.kTIMElem_Image]: (native) => ({
    type: 'image',
    format: count(native['image_elem_format']) & 0xff,
    original: toPicture(native, pictureKeys('orig')),
    ...smaller(native, 'large'),
    ...smaller(native, 'thumb'),
  }),
  [TIMElemType.kTIMElem_Sound]: (native) => ({
    type: 'sound',
    id: text(native['sound_elem_file_id']),
    size: count(native['sound_elem_file_size']),
    duration: count(native['sound_elem_file_time']),
  }),
  [TIMElemType.kTIMElem_File]: (native) => ({
    type: 'file',
    id: text(native['file_elem_file_id']),
    name: text(native['file_elem_file_name']),
    size: count(native['file_elem_file_size']),
  }),
  [TIMElemType.kTIMElem_Video]: toVideo,
};

/** Longest file name extension that travels. */
const MAX_FORMAT = 16;

function toVideo(native: NativeElem): Elem {
  const snapshot = {
    id: text(native['video_elem_image_id']),
    size: count(native['video_elem_image_size']),
    width: count(native['video_elem_image_width']),
    height: count(native['video_elem_image_height']),
    format: text(native['video_elem_image_type']).slice(0, MAX_FORMAT),
  };
  return {
    type: 'video',
    id: text(native['video_elem_video_id']),
    format: text(native['video_elem_video_type']).slice(0, MAX_FORMAT),
    size: count(native['video_elem_video_size']),
    duration: count(native['video_elem_video_duration']),
    ...(snapshot.id === '' ? {} : { snapshot }),
  };
}

/** The protocol's element for a native one with files; nothing for elements without. */
export function mediaToElem(native: NativeElem): Elem | undefined {
  return TO_DOMAIN[native.elem_type]?.(native);
}

type MediaElem = ImageElem | SoundElem | FileElem | VideoElem;
type ToNative = { readonly [K in MediaElem['type']]: (elem: Extract<MediaElem, { type: K }>) => NativeElem };

const TO_NATIVE: ToNative = {
  // Without a smaller picture the original stands for it.
  image: ({ format, original, large = original, thumb = original }) => ({
    elem_type: TIMElemType.kTIMElem_Image,
    image_elem_format: format,
    ...fromPicture(original, pictureKeys('orig')),
    ...fromPicture(large, pictureKeys('large')),
    ...fromPicture(thumb, pictureKeys('thumb')),
  }),
  sound: ({ id, size, duration }) => ({
    elem_type: TIMElemType.kTIMElem_Sound,
    sound_elem_file_id: id,
    sound_elem_file_size: size,
    sound_elem_file_time: duration,
  }),
  file: ({ id, name, size }) => ({
    elem_type: TIMElemType.kTIMElem_File,
    file_elem_file_id: id,
    file_elem_file_name: name,
    file_elem_file_size: size,
  }),
  video: ({ id, format, size, duration, snapshot }) => ({
    elem_type: TIMElemType.kTIMElem_Video,
    video_elem_video_id: id,
    video_elem_video_type: format,
    video_elem_video_size: size,
    video_elem_video_duration: duration,
    ...fromSnapshot(snapshot),
  }),
};

/** The native element for one with files; nothing for elements without. */
export function mediaToNative(elem: Elem): NativeElem | undefined {
  if (!(elem.type in TO_NATIVE)) return undefined;
  const make = TO_NATIVE[elem.type as MediaElem['type']] as (elem: Elem) => NativeElem;
  return make(elem);
}

function fromPicture(picture: Picture, keys: Omit<FileKeys, 'path'>): Record<string, unknown> {
  const { id, size, width = '', height = '' } = keys;
  return { [id]: picture.id, [size]: picture.size, [width]: picture.width, [height]: picture.height };
}

function fromSnapshot(snapshot: (Picture & { readonly format: string }) | undefined): Record<string, unknown> {
  if (snapshot === undefined) return {};
  return {
    video_elem_image_id: snapshot.id,
    video_elem_image_type: snapshot.format,
    video_elem_image_size: snapshot.size,
    video_elem_image_width: snapshot.width,
    video_elem_image_height: snapshot.height,
  };
}
