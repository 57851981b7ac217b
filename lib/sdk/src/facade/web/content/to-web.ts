import type { Elem, ElemType, GroupTip, GroupTipElem, ImageElem, Picture, VideoElem } from '@tim-node/protocol';
import { TYPES } from '../generated/constants.js';
import type { MessageElement } from '../shapes/message.js';
import { Aside } from './aside.js';
import type { GroupTipPayload, ImageInfo, ImagePayload, VideoPayload } from '../shapes/payloads.js';

/** Where a file can be fetched; empty while that is not known. */
export type Links = (id: string) => string;

/** What a translation needs besides the element. */
export interface Surroundings {
  readonly links: Links;
  /** UserID or group id that the message went to. */
  readonly to: string;
}

/** `downloadFlag` of the original: the address is a complete one. */
const COMPLETE_URL = 2;

const GROUP_TIP_TYPES: Readonly<Record<GroupTip, number>> = {
  invite: TYPES.GRP_TIP_MBR_JOIN,
  join: TYPES.GRP_TIP_MBR_JOIN,
  quit: TYPES.GRP_TIP_MBR_QUIT,
  kick: TYPES.GRP_TIP_MBR_KICKED_OUT,
  setAdmin: TYPES.GRP_TIP_MBR_SET_ADMIN,
  cancelAdmin: TYPES.GRP_TIP_MBR_CANCELED_ADMIN,
  groupInfo: TYPES.GRP_TIP_GRP_PROFILE_UPDATED,
  memberInfo: TYPES.GRP_TIP_MBR_PROFILE_UPDATED,
};

type Translation = {
  readonly [T in Elem['type']]: (elem: Extract<Elem, { type: T }>, around: Surroundings) => MessageElement;
};

const TRANSLATION: Translation = {
  text: ({ text }) => ({ type: TYPES.MSG_TEXT, content: { text } }),
  custom: ({ data, desc, ext }) => ({
    type: TYPES.MSG_CUSTOM,
    content: { data, description: desc, extension: ext },
  }),
  face: ({ index, data }) => ({ type: TYPES.MSG_FACE, content: { index, data } }),
  location: ({ desc, longitude, latitude }) => ({
    type: TYPES.MSG_LOCATION,
    content: { description: desc, longitude, latitude },
  }),
  image: (elem, { links }) => ({ type: TYPES.MSG_IMAGE, content: image(elem, links) }),
  sound: ({ id, size, duration }, { links }) => ({
    type: TYPES.MSG_AUDIO,
    content: {
      uuid: id,
      url: links(id),
      remoteAudioUrl: links(id),
      size,
      second: duration,
      downloadFlag: COMPLETE_URL,
    },
  }),
  file: ({ id, name, size }, { links }) => ({
    type: TYPES.MSG_FILE,
    content: {
      uuid: id,
      fileName: name,
      fileSize: size,
      fileUrl: links(id),
      remoteFileUrl: links(id),
      downloadFlag: COMPLETE_URL,
    },
  }),
  video: (elem, { links }) => ({ type: TYPES.MSG_VIDEO, content: video(elem, links) }),
  merger: ({ title, abstracts, compatibleText, key, tooDeep }) => ({
    type: TYPES.MSG_MERGER,
    content: {
      title,
      abstractList: [...abstracts],
      compatibleText,
      downloadKey: key,
      pbDownloadKey: key,
      messageList: [],
      version: 1,
      layersOverLimit: tooDeep,
    },
  }),
  groupTip: (elem, { to }) => ({ type: TYPES.MSG_GRP_TIP, content: groupTip(elem, to) }),
};

/** What the contents that apps have were made of: they do not tell all of it. */
const origins = new Aside<Elem>('tim-node element');

/** An element as the Web style shows it. */
export function toElement(elem: Elem, around: Surroundings): MessageElement {
  const element = draftElement(elem, around);
  origins.set(element.content, elem);
  return element;
}

/** The same for an element that cannot be sent as it is: its files are not uploaded yet. */
export function draftElement(elem: Elem, around: Surroundings): MessageElement {
  const translate = TRANSLATION[elem.type] as (elem: Elem, around: Surroundings) => MessageElement;
  return translate(elem, around);
}

/** Puts an element, whose files are uploaded now, into the content that the app has. */
export function fillContent(content: object, elem: Elem, around: Surroundings): void {
  Object.assign(content, draftElement(elem, around).content);
  origins.set(content, elem);
}

/** Brings the addresses of files up to date. */
export function relink(content: object, around: Surroundings): void {
  const origin = origins.get(content);
  if (origin !== undefined && WITH_FILES.includes(origin.type)) fillContent(content, origin, around);
}

/** Elements that name files. */
export const WITH_FILES: readonly ElemType[] = ['image', 'sound', 'file', 'video'];

/** The element that a content was made of, if it was not made by the app. */
export function originOf(content: object): Elem | undefined {
  return origins.get(content);
}

/** Without a smaller picture the original stands for it. */
function image({ format, original, large, thumb }: ImageElem, links: Links): ImagePayload {
  const sizes = [original, large ?? original, thumb ?? original];
  return {
    uuid: original.id,
    imageFormat: format,
    imageInfoArray: sizes.map((picture, type) => imageInfo(picture, type, links)),
  };
}

function imageInfo({ id, size, width, height }: Picture, type: number, links: Links): ImageInfo {
  const url = links(id);
  return { type, sizeType: type + 1, size, width, height, imageUrl: url, url };
}

function video({ id, format, size, duration, snapshot }: VideoElem, links: Links): VideoPayload {
  const url = links(id);
  const { id: thumbId = '', size: thumbSize = 0, width = 0, height = 0, format: thumbFormat = '' } = snapshot ?? {};
  const thumbUrl = thumbId === '' ? '' : links(thumbId);
  return {
    videoUUID: id,
    videoUrl: url,
    remoteVideoUrl: url,
    videoFormat: format,
    videoSecond: duration,
    videoSize: size,
    videoDownloadFlag: COMPLETE_URL,
    thumbUUID: thumbId,
    thumbUrl,
    thumbFormat,
    thumbSize,
    thumbWidth: width,
    thumbHeight: height,
    thumbDownloadFlag: COMPLETE_URL,
    snapshotUrl: thumbUrl,
    snapshotSize: thumbSize,
    snapshotWidth: width,
    snapshotHeight: height,
    remoteThumbUrl: thumbUrl,
    remoteSnapshotUrl: thumbUrl,
  };
}

function groupTip({ tip, by, users, memberCount, changes, muted }: GroupTipElem, groupID: string): GroupTipPayload {
  const until = new Map(muted?.map(({ user, until: time }) => [user, time]));
  const muteTime = (userID: string): { muteTime?: number } => {
    const time = until.get(userID);
    return time === undefined ? {} : { muteTime: time };
  };
  return {
    operationType: GROUP_TIP_TYPES[tip],
    operatorID: by,
    operatorInfo: { userID: by, nick: '', avatar: '' },
    userIDList: [...users],
    memberList: users.map((userID) => ({ userID, ...muteTime(userID) })),
    groupProfile: { groupID },
    ...(changes === undefined ? {} : { newGroupProfile: newProfile(changes) }),
    memberCount,
    memberNum: memberCount,
  };
}

/** What the fields of a group are called here. */
const GROUP_FIELDS: Readonly<Record<string, string>> = {
  faceUrl: 'avatar',
  owner: 'ownerID',
  maxMembers: 'maxMemberNum',
  approveOption: 'inviteOption',
};

function newProfile(changes: readonly { readonly field: string; readonly value: string }[]): Record<string, string> {
  return Object.fromEntries(changes.map(({ field, value }) => [GROUP_FIELDS[field] ?? field, value]));
}
