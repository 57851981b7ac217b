import type { Message as MessageFields, UserInfo } from '../generated/structs.js';
import type {
  AudioPayload,
  CustomPayload,
  FacePayload,
  FilePayload,
  GroupTipPayload,
  ImagePayload,
  LocationPayload,
  MergerPayload,
  TextPayload,
  VideoPayload,
} from './payloads.js';

/** The content of a message by the value of its `type`. */
export interface Payloads {
  TIMTextElem: TextPayload;
  TIMImageElem: ImagePayload;
  TIMSoundElem: AudioPayload;
  TIMFileElem: FilePayload;
  TIMFaceElem: FacePayload;
  TIMVideoFileElem: VideoPayload;
  TIMLocationElem: LocationPayload;
  TIMGroupTipElem: GroupTipPayload;
  TIMCustomElem: CustomPayload;
  TIMRelayElem: MergerPayload;
}

/** Who has read a message that asks for it. */
export interface ReadReceiptInfo {
  /** Groups. */
  readCount?: number | undefined;
  /** Groups. */
  unreadCount?: number | undefined;
  /** One-to-one. */
  isPeerRead?: boolean | undefined;
  /** Unix seconds; 0 for not read. */
  timestamp: number;
}

/** One element of a message. `content` of the first one is the `payload` of the message. */
export type MessageElement = {
  [T in keyof Payloads]: { type: T; content: Payloads[T] };
}[keyof Payloads];

/** What messages of all types have. */
export interface MessageBase extends MessageFields {
  conversationType: 'C2C' | 'GROUP';
  /** `in` received, `out` sent by this account. */
  flow: 'in' | 'out';
  status: 'unSend' | 'success' | 'fail';
  readReceiptInfo: ReadReceiptInfo;
  /** Clock of the sender; unix seconds. */
  clientTime: number;
  random: number;
  /** How often it was modified. */
  version: number;
  /** Whether this account has read it. */
  isRead: boolean;
  isResend: boolean;
  isSystemMessage: boolean;
  /** Who has pinned it in its group; null while that is not known. */
  pinnerInfo: UserInfo | null;
  /** All elements; the Web style shows the first one as `payload`. */
  _elements: MessageElement[];
  /** Not stored: only for those who are online. */
  _onlineOnlyFlag: boolean;
  _isExcludedFromUnreadCount: boolean;
  _isExcludedFromLastMessage: boolean;
  /** The members whom a group message is for, when not for all. */
  _receiverList: string[] | undefined;
}

/** A message. Its `payload` depends on its `type`. */
export type Message = { [T in keyof Payloads]: MessageBase & { type: T; payload: Payloads[T] } }[keyof Payloads];
