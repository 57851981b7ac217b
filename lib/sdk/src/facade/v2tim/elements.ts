import type { Elem, ElemType, GroupTip, GroupTipElem, ImageElem, VideoElem } from '@tim-node/protocol';
import { MessageElemType, V2TIM_IMAGE_TYPE, type V2TimElemFields, type V2TimGroupTipsElem } from './models.js';

/** What elements need besides themselves to be shown. */
export interface ElemContext {
  readonly groupID: string;
  /** When the message was sent; unix seconds. */
  readonly time: number;
  /** Where a file can be loaded from now; empty when it cannot. */
  readonly urlOf: (mediaId: string) => string;
}

/** Files on this machine, of a message that was made here. */
export interface LocalPaths {
  readonly path?: string;
  readonly snapshotPath?: string;
}

/** Elements of a message: the first one is shown, each one names the next. */
export function elemFields(
  elems: readonly Elem[],
  context: ElemContext,
  paths: readonly LocalPaths[] = [],
): V2TimElemFields {
  let shown: V2TimElemFields | undefined;
  for (const [at, elem] of [...elems.entries()].reverse())
    shown = withNext(fieldsOf(elem, context, paths[at] ?? {}), shown);
  return shown ?? { elemType: MessageElemType.V2TIM_ELEM_TYPE_NONE };
}

function withNext(fields: V2TimElemFields, next: V2TimElemFields | undefined): V2TimElemFields {
  if (next === undefined) return fields;
  const { elemType, ...content } = fields;
  const linked = Object.entries(content).map(([name, elem]) => [name, { ...elem, nextElem: next }] as const);
  return { elemType, ...Object.fromEntries(linked) };
}

type Show = {
  readonly [T in Elem['type']]: (
    elem: Extract<Elem, { type: T }>,
    context: ElemContext,
    paths: LocalPaths,
  ) => V2TimElemFields;
};

const SHOW: Show = {
  text: ({ text }) => ({ elemType: MessageElemType.V2TIM_ELEM_TYPE_TEXT, textElem: { text } }),
  custom: ({ data, desc, ext }) => ({
    elemType: MessageElemType.V2TIM_ELEM_TYPE_CUSTOM,
    customElem: { data, desc, extension: ext },
  }),
  face: ({ index, data }) => ({ elemType: MessageElemType.V2TIM_ELEM_TYPE_FACE, faceElem: { index, data } }),
  location: ({ desc, longitude, latitude }) => ({
    elemType: MessageElemType.V2TIM_ELEM_TYPE_LOCATION,
    locationElem: { desc, longitude, latitude },
  }),
  image: (elem, { urlOf }, { path = '' }) => ({
    elemType: MessageElemType.V2TIM_ELEM_TYPE_IMAGE,
    imageElem: { path, imageList: elem.original.id === '' ? [] : imageList(elem, urlOf) },
  }),
  sound: ({ id, size, duration }, { urlOf }, { path = '' }) => ({
    elemType: MessageElemType.V2TIM_ELEM_TYPE_SOUND,
    soundElem: { path, UUID: id, dataSize: size, duration, url: urlOf(id) },
  }),
  video: (elem, { urlOf }, paths) => ({
    elemType: MessageElemType.V2TIM_ELEM_TYPE_VIDEO,
    videoElem: video(elem, urlOf, paths),
  }),
  file: ({ id, name, size }, { urlOf }, { path = '' }) => ({
    elemType: MessageElemType.V2TIM_ELEM_TYPE_FILE,
    fileElem: { path, fileName: name, UUID: id, fileSize: size, url: urlOf(id) },
  }),
  merger: ({ title, abstracts, compatibleText, tooDeep }) => ({
    elemType: MessageElemType.V2TIM_ELEM_TYPE_MERGER,
    mergerElem: { title, abstractList: [...abstracts], compatibleText, isLayersOverLimit: tooDeep },
  }),
  groupTip: (elem, context) => ({
    elemType: MessageElemType.V2TIM_ELEM_TYPE_GROUP_TIPS,
    groupTipsElem: groupTips(elem, context),
  }),
};

function fieldsOf(elem: Elem, context: ElemContext, paths: LocalPaths): V2TimElemFields {
  const show = SHOW[elem.type] as (elem: Elem, context: ElemContext, paths: LocalPaths) => V2TimElemFields;
  return show(elem, context, paths);
}

/** Without a smaller picture the original stands for it. */
function imageList({ original, large = original, thumb = original }: ImageElem, urlOf: ElemContext['urlOf']) {
  const { V2TIM_IMAGE_TYPE_ORIGIN, V2TIM_IMAGE_TYPE_THUMB, V2TIM_IMAGE_TYPE_LARGE } = V2TIM_IMAGE_TYPE;
  const sizes = [
    [V2TIM_IMAGE_TYPE_ORIGIN, original],
    [V2TIM_IMAGE_TYPE_THUMB, thumb],
    [V2TIM_IMAGE_TYPE_LARGE, large],
  ] as const;
  return sizes.map(([type, { id, size, width, height }]) => ({ uuid: id, type, size, width, height, url: urlOf(id) }));
}

function video(
  { id, format, size, duration, snapshot }: VideoElem,
  urlOf: ElemContext['urlOf'],
  { path = '', snapshotPath = '' }: LocalPaths,
) {
  const {
    id: shot = '',
    size: snapshotSize = 0,
    width: snapshotWidth = 0,
    height: snapshotHeight = 0,
  } = snapshot ?? {};
  return {
    ...{ videoPath: path, UUID: id, videoSize: size, duration, videoType: format, videoUrl: urlOf(id) },
    ...{ snapshotPath, snapshotUUID: shot, snapshotSize, snapshotWidth, snapshotHeight },
    snapshotUrl: shot === '' ? '' : urlOf(shot),
  };
}

const TIP_TYPES: Readonly<Record<GroupTip, number>> = {
  join: 1,
  invite: 2,
  quit: 3,
  kick: 4,
  setAdmin: 5,
  cancelAdmin: 6,
  groupInfo: 7,
  memberInfo: 8,
};

/** `GroupChangeInfoType`, by the field of a group. */
const CHANGE_TYPES: Readonly<Record<string, number>> = {
  name: 1,
  introduction: 2,
  notification: 3,
  faceUrl: 4,
  owner: 5,
  custom: 6,
  muteAll: 8,
  joinOption: 11,
  approveOption: 12,
};

const JOIN_OPTIONS: Readonly<Record<string, number>> = { forbid: 0, auth: 1, any: 2 };
/** Changes whose new value is a number, not a text. */
const OPTIONS: ReadonlySet<string> = new Set(['joinOption', 'approveOption']);

function groupTips(
  { tip, by, users, memberCount, changes = [], muted = [] }: GroupTipElem,
  { groupID, time }: ElemContext,
): V2TimGroupTipsElem {
  return {
    groupID,
    type: TIP_TYPES[tip],
    opMember: { userID: by },
    memberList: users.map((userID) => ({ userID })),
    memberCount,
    groupChangeInfoList: changes.map(({ field, value, key = '' }) => {
      const isOption = OPTIONS.has(field);
      const intValue = isOption ? (JOIN_OPTIONS[value] ?? 0) : 0;
      return { type: CHANGE_TYPES[field] ?? 0, value: isOption ? '' : value, key, intValue };
    }),
    memberChangeInfoList: muted.map(({ user, until }) => ({ userID: user, muteTime: Math.max(0, until - time) })),
  };
}

const TYPES: Readonly<Record<number, ElemType>> = {
  [MessageElemType.V2TIM_ELEM_TYPE_TEXT]: 'text',
  [MessageElemType.V2TIM_ELEM_TYPE_CUSTOM]: 'custom',
  [MessageElemType.V2TIM_ELEM_TYPE_IMAGE]: 'image',
  [MessageElemType.V2TIM_ELEM_TYPE_SOUND]: 'sound',
  [MessageElemType.V2TIM_ELEM_TYPE_VIDEO]: 'video',
  [MessageElemType.V2TIM_ELEM_TYPE_FILE]: 'file',
  [MessageElemType.V2TIM_ELEM_TYPE_LOCATION]: 'location',
  [MessageElemType.V2TIM_ELEM_TYPE_FACE]: 'face',
  [MessageElemType.V2TIM_ELEM_TYPE_GROUP_TIPS]: 'groupTip',
  [MessageElemType.V2TIM_ELEM_TYPE_MERGER]: 'merger',
};

/** Kinds of elements by `MessageElemType`; numbers that are none are left out. */
export function elemTypesOf(numbers: readonly number[]): ElemType[] {
  return numbers.flatMap((number) => TYPES[number] ?? []);
}
