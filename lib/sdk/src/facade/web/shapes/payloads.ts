/** A file to send: a `File` or `Blob`, or the `<input type="file">` in which it was chosen. */
export type ChosenFile = Blob | { readonly files: ArrayLike<Blob> | null };

/** What an image or file message is made of. */
export interface FileOptions {
  file: ChosenFile;
}

/** What a voice message is made of. */
export interface AudioOptions extends FileOptions {
  /** Seconds; recorders may leave them at the file, as `file.duration`. */
  duration?: number | undefined;
}

/** What a video message is made of. */
export interface VideoOptions extends AudioOptions {
  /** A picture out of it. */
  snapshotFile?: ChosenFile | undefined;
}

/** Content of a text message. */
export interface TextPayload {
  text: string;
}

/** Content of a message of the app's own making. */
export interface CustomPayload {
  data: string;
  description: string;
  extension: string;
}

/** Content of a sticker message. */
export interface FacePayload {
  index: number;
  data: string;
}

/** Content of a message that shows a place; degrees. */
export interface LocationPayload {
  description: string;
  longitude: number;
  latitude: number;
}

/** One size of a picture. */
export interface ImageInfo {
  /** 0 original, 1 large, 2 thumbnail. */
  type: number;
  /** 1 original, 2 large, 3 thumbnail. */
  sizeType: number;
  /** Bytes. */
  size: number;
  width: number;
  height: number;
  imageUrl: string;
  url: string;
}

/** Content of an image message. */
export interface ImagePayload {
  uuid: string;
  /** 1 JPG, 2 GIF, 3 PNG, 4 BMP, 255 another one. */
  imageFormat: number;
  /** Original, large, thumbnail. */
  imageInfoArray: ImageInfo[];
}

/** Content of a voice message. */
export interface AudioPayload {
  uuid: string;
  url: string;
  remoteAudioUrl: string;
  /** Bytes. */
  size: number;
  /** Seconds. */
  second: number;
  downloadFlag: number;
}

/** Content of a video message. */
export interface VideoPayload {
  videoUUID: string;
  videoUrl: string;
  remoteVideoUrl: string;
  videoFormat: string;
  /** Seconds. */
  videoSecond: number;
  /** Bytes. */
  videoSize: number;
  videoDownloadFlag: number;
  thumbUUID: string;
  thumbUrl: string;
  thumbFormat: string;
  thumbSize: number;
  thumbWidth: number;
  thumbHeight: number;
  thumbDownloadFlag: number;
  snapshotUrl: string;
  snapshotSize: number;
  snapshotWidth: number;
  snapshotHeight: number;
  remoteThumbUrl: string;
  remoteSnapshotUrl: string;
}

/** Content of a file message. */
export interface FilePayload {
  uuid: string;
  fileName: string;
  /** Bytes. */
  fileSize: number;
  fileUrl: string;
  remoteFileUrl: string;
  downloadFlag: number;
}

/** One of the messages that a merged message holds. */
export interface MergedMessage {
  ID: string;
  from: string;
  nick: string;
  avatar: string;
  /** Unix seconds. */
  time: number;
  cloudCustomData: string;
  messageBody: { type: string; payload: unknown }[];
  /** The user it was sent to; in a group `receiverGroupID` instead. */
  receiverUserID?: string;
  receiverGroupID?: string;
  messageSender: string;
  messageReceiver: string;
  messageSequence: number;
  messageRandom: number;
  clientTime: number;
}

/** Content of a merged message. */
export interface MergerPayload {
  title: string;
  abstractList: string[];
  compatibleText: string;
  /** Not empty: the messages are to be fetched by `downloadMergerMessage`. */
  downloadKey: string;
  pbDownloadKey: string;
  /** Empty until they were fetched. */
  messageList: MergedMessage[];
  version: number;
  layersOverLimit: boolean;
}

/** What a group notice says. */
export interface GroupTipPayload {
  /** `TYPES.GRP_TIP_*` */
  operationType: number;
  /** Who did it. */
  operatorID: string;
  operatorInfo: { userID: string; nick: string; avatar: string };
  /** To whom. */
  userIDList: string[];
  memberList: { userID: string; muteTime?: number }[];
  groupProfile: { groupID: string };
  /** What has changed of the group. */
  newGroupProfile?: Record<string, string | boolean>;
  /** Members after it. */
  memberCount: number;
  memberNum: number;
}
