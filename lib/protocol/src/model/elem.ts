import { LIMITS } from '../limits.js';
import { bool, double, int, list, obj, oneOf, opt, text, union, type Schema } from '../schema.js';
import { userId } from './user.js';

export interface TextElem {
  readonly type: 'text';
  readonly text: string;
}

/** Data of the app's own making. */
export interface CustomElem {
  readonly type: 'custom';
  readonly data: string;
  readonly desc: string;
  readonly ext: string;
  /** Name of the sound of an offline push. */
  readonly sound: string;
}

/** An emoticon of the app's own set. */
export interface FaceElem {
  readonly type: 'face';
  readonly index: number;
  readonly data: string;
}

export interface LocationElem {
  readonly type: 'location';
  readonly desc: string;
  /** Degrees. */
  readonly longitude: number;
  /** Degrees. */
  readonly latitude: number;
}

/** A picture that was uploaded. */
export interface Picture {
  /** Names the uploaded file; who may see the message may fetch it. */
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** Pixels; 0 when unknown. */
  readonly width: number;
  /** Pixels; 0 when unknown. */
  readonly height: number;
}

/** A picture in up to three sizes; without a smaller one the original stands for it. */
export interface ImageElem {
  readonly type: 'image';
  /** `image_elem_format` of the native API: 1 JPG, 2 GIF, 3 PNG, 4 BMP, 255 another one. */
  readonly format: number;
  readonly original: Picture;
  readonly large?: Picture;
  readonly thumb?: Picture;
}

export interface SoundElem {
  readonly type: 'sound';
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** Seconds. */
  readonly duration: number;
}

export interface FileElem {
  readonly type: 'file';
  readonly id: string;
  /** Name to show; never a path. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export interface VideoElem {
  readonly type: 'video';
  readonly id: string;
  /** File name extension, such as `mp4`. */
  readonly format: string;
  /** Bytes. */
  readonly size: number;
  /** Seconds. */
  readonly duration: number;
  /** A picture out of it, with the extension of its file name. */
  readonly snapshot?: Picture & { readonly format: string };
}

/** Messages put together; they themselves are fetched by their key. */
export interface MergerElem {
  readonly type: 'merger';
  readonly title: string;
  readonly abstracts: string[];
  /** Shown by versions that know no merged messages. */
  readonly compatibleText: string;
  /** For `msg.merger.get`. */
  readonly key: string;
  /** There are merged messages inside merged messages beyond the allowed depth; these are left out. */
  readonly tooDeep: boolean;
}

/** What happened in a group. Written by the server only. */
export const GROUP_TIPS = [
  'invite',
  'join',
  'quit',
  'kick',
  'setAdmin',
  'cancelAdmin',
  'groupInfo',
  'memberInfo',
] as const;
export type GroupTip = (typeof GROUP_TIPS)[number];

/** A message of the server itself in the conversation of a group. */
export interface GroupTipElem {
  readonly type: 'groupTip';
  readonly tip: GroupTip;
  /** Who did it. */
  readonly by: string;
  /** To whom. */
  readonly users: string[];
  /** Members after it. */
  readonly memberCount: number;
  /** For `groupInfo`: the fields that have changed, with their new values. */
  readonly changes?: {
    readonly field: string;
    readonly value: string;
    /** For a field of the app's own: which one. */
    readonly key?: string;
  }[];
  /** For `memberInfo`: who may not speak until when; unix seconds. */
  readonly muted?: { readonly user: string; readonly until: number }[];
}

/** One element of a message. A message is its elements in order. */
export type Elem =
  | TextElem
  | CustomElem
  | FaceElem
  | LocationElem
  | ImageElem
  | SoundElem
  | FileElem
  | VideoElem
  | MergerElem
  | GroupTipElem;

export type ElemType = Elem['type'];

/** The kinds of elements; the place in this list is the bit of a kind in a stored set of kinds, so only append. */
export const ELEM_TYPES = [
  'text',
  'custom',
  'face',
  'location',
  'image',
  'sound',
  'file',
  'video',
  'merger',
  'groupTip',
] as const satisfies readonly ElemType[];

export const elemType: Schema<ElemType> = oneOf(...ELEM_TYPES);

const INT32 = 2 ** 31;
const size = int(0, INT32 - 1);
const FORMAT_BYTES = 16;
const MAX_USERS = 500;
const MAX_CHANGES = 32;

/** Names an uploaded file: random, so that nobody can guess it. */
export const mediaId: Schema<string> = text({ maxBytes: LIMITS.mediaIdBytes, nonEmpty: true });
export const mergerKey: Schema<string> = text({ maxBytes: LIMITS.mediaIdBytes, nonEmpty: true });

const pictureFields = { id: mediaId, size, width: size, height: size };
const picture = obj<Picture>(pictureFields);
const format = text({ maxBytes: FORMAT_BYTES });

const groupChange = obj<NonNullable<GroupTipElem['changes']>[number]>({
  field: text(),
  value: text(),
  key: opt(text()),
});

export const elem: Schema<Elem> = union<Elem, 'type'>('type', {
  text: obj<TextElem>({ type: oneOf('text'), text: text() }),
  custom: obj<CustomElem>({ type: oneOf('custom'), data: text(), desc: text(), ext: text(), sound: text() }),
  face: obj<FaceElem>({ type: oneOf('face'), index: int(-INT32, INT32 - 1), data: text() }),
  location: obj<LocationElem>({ type: oneOf('location'), desc: text(), longitude: double, latitude: double }),
  image: obj<ImageElem>({
    type: oneOf('image'),
    format: int(0, 255),
    original: picture,
    large: opt(picture),
    thumb: opt(picture),
  }),
  sound: obj<SoundElem>({ type: oneOf('sound'), id: mediaId, size, duration: size }),
  file: obj<FileElem>({ type: oneOf('file'), id: mediaId, name: text(), size }),
  video: obj<VideoElem>({
    type: oneOf('video'),
    id: mediaId,
    format,
    size,
    duration: size,
    snapshot: opt(obj<Picture & { format: string }>({ ...pictureFields, format })),
  }),
  merger: obj<MergerElem>({
    type: oneOf('merger'),
    title: text(),
    abstracts: list(text(), LIMITS.mergedMessages),
    compatibleText: text(),
    key: mergerKey,
    tooDeep: bool,
  }),
  groupTip: obj<GroupTipElem>({
    type: oneOf('groupTip'),
    tip: oneOf(...GROUP_TIPS),
    by: userId,
    users: list(userId, MAX_USERS),
    memberCount: int(0),
    changes: opt(list(groupChange, MAX_CHANGES)),
    muted: opt(list(obj<{ user: string; until: number }>({ user: userId, until: int(0) }), MAX_USERS)),
  }),
});
