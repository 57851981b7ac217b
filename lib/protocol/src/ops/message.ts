import { LIMITS } from '../limits.js';
import { ELEM_TYPES, elemType, mediaId, mergerKey, type Elem, type ElemType } from '../model/elem.js';
import {
  clientId,
  elems,
  message,
  messageBody,
  onlyFor,
  target,
  uint32,
  unixSeconds,
  type Message,
  type MessageBody,
  type Target,
} from '../model/message.js';
import { userId } from '../model/user.js';
import { op } from '../op.js';
import { bool, int, list, nothing, obj, opt, text, type Nothing } from '../schema.js';

export interface SendParams {
  readonly target: Target;
  /** The sender's own id: sending the same one again within 7 days returns the first answer. */
  readonly clientId: string;
  readonly random: number;
  /** Sender's clock, unix seconds. */
  readonly clientTime: number;
  readonly body: MessageBody;
  /** Only for those who are online now: neither stored nor counted, `seq` is 0. */
  readonly onlineOnly?: boolean;
  /** Groups: only these members get it. */
  readonly onlyFor?: string[];
}

export interface SendResult {
  /** Place in the conversation; 0 when it was not stored. */
  readonly seq: number;
  /** Server time of the message, unix seconds. */
  readonly time: number;
}

/** Which messages of a conversation are wanted. */
export interface HistoryParams {
  readonly target: Target;
  /** The messages before or after this one, which is not among them; absent: from the newest or the oldest one. */
  readonly from?: number;
  /** True: newer ones, oldest first. Otherwise older ones, newest first. */
  readonly forward?: boolean;
  readonly limit: number;
  /** Not older than this; unix seconds. */
  readonly since?: number;
  /** Not newer than this; unix seconds. */
  readonly until?: number;
  /** Only messages with an element of one of these kinds. */
  readonly types?: ElemType[];
}

/** How far a conversation was read when its messages were told. */
export interface ReadMarks {
  /** Last message that this user has read. */
  readonly readSeq: number;
  /** C2C: last message that the other one has read. */
  readonly peerReadSeq: number;
}

export interface HistoryResult extends ReadMarks {
  /** In the order that was asked for. Fewer than were asked for do not mean that these were the last. */
  readonly messages: Message[];
  /** There are no further ones in this direction. */
  readonly finished: boolean;
  /** Unless finished: `from` of the next page. */
  readonly next?: number;
}

/** Names messages of a conversation by their places. */
export interface PlacesParams {
  readonly target: Target;
  readonly seqs: number[];
}

export interface MessagesResult extends ReadMarks {
  /** Those that exist and may be seen, in the order of the conversation. */
  readonly messages: Message[];
  /** What did not fit into one answer and has to be asked for again. */
  readonly rest?: number[];
}

export interface PlaceParams {
  readonly target: Target;
  readonly seq: number;
}

export interface RevokeParams extends PlaceParams {
  readonly reason: string;
}

export interface ModifyParams extends PlaceParams {
  /** `version` of the message that was changed: somebody else's change in between is a conflict. */
  readonly version: number;
  readonly elems: Elem[];
  readonly cloudData?: string;
}

export interface ModifyResult {
  /** False: somebody else was faster. */
  readonly modified: boolean;
  /** The message as it is now. */
  readonly message: Message;
}

export interface MergerContent {
  /** JSON text of the merged messages, which only clients look into. */
  readonly messages: string;
}

export interface PutMergerParams extends MergerContent {
  /** Files in the messages. Who reads the merged messages in a conversation may fetch those that the sender may. */
  readonly media?: string[];
  /** Keys of merged messages in the messages. Their files go along. */
  readonly mergers?: string[];
}

export interface MergerKey {
  readonly key: string;
}

export interface TranslateParams {
  readonly texts: string[];
  /** Empty, or `auto`, to find it out. */
  readonly source: string;
  readonly target: string;
}

export interface TranslateResult {
  /** As many, in the same order. */
  readonly texts: string[];
}

export interface VoiceParams {
  /** Address of the sound. */
  readonly url: string;
  readonly language: string;
}

export interface VoiceResult {
  readonly text: string;
}

/** What is looked for among the messages of the server. */
export interface SearchParams {
  /** Absent: in all conversations. */
  readonly target?: Target;
  readonly words: string[];
  /** Whether all of the words must be there, or one is enough. */
  readonly every: boolean;
  /** Absent: whoever has sent it. */
  readonly senders?: string[];
  /** Only messages with an element of one of these kinds. */
  readonly types?: ElemType[];
  /** Not older than this; unix seconds. */
  readonly since?: number;
  /** Not newer than this; unix seconds. */
  readonly until?: number;
  readonly limit: number;
  /** What the page before has told; absent: from the beginning. */
  readonly cursor?: string;
}

/** What was found in one conversation. */
export interface SearchItem extends ReadMarks {
  readonly target: Target;
  /** In the order of the conversation. */
  readonly messages: Message[];
}

export interface SearchResult {
  readonly items: SearchItem[];
  /** Messages when one conversation was asked for, else conversations; as far as is known. */
  readonly total: number;
  /** For the next page; absent when this was the last one. */
  readonly cursor?: string;
}

const language = text({ maxBytes: 64 });
const page = int(1, LIMITS.historyPage);
const place = { target, seq: int(1) };
const seqs = list(int(1), LIMITS.messagesPerRequest);
const places = obj<PlacesParams>({ target, seqs });
const messages = list(message, LIMITS.historyPage);
const readMarks = { readSeq: int(0), peerReadSeq: int(0) };
const found = obj<MessagesResult>({ messages, rest: opt(seqs), ...readMarks });
const REASON_BYTES = 1024;
const URL_BYTES = 4096;

/** Operations on messages. */
export const messageOps = {
  /** Stores a message and, once it is safe on disk, acknowledges it. */
  'msg.send': op<SendParams, SendResult>(
    obj<SendParams>({
      target,
      clientId,
      random: uint32,
      clientTime: unixSeconds,
      body: messageBody,
      onlineOnly: opt(bool),
      onlyFor: opt(onlyFor),
    }),
    obj<SendResult>({ seq: int(0), time: unixSeconds }),
    { needs: 'login', resend: true },
  ),
  /** Reads a page of a conversation. */
  'msg.list': op<HistoryParams, HistoryResult>(
    obj<HistoryParams>({
      target,
      from: opt(int(0)),
      forward: opt(bool),
      limit: page,
      since: opt(unixSeconds),
      until: opt(unixSeconds),
      types: opt(list(elemType, LIMITS.historyPage)),
    }),
    obj<HistoryResult>({ messages, finished: bool, next: opt(int(0)), ...readMarks }),
    { needs: 'login', resend: true },
  ),
  /** Reads messages by their places. */
  'msg.find': op<PlacesParams, MessagesResult>(places, found, { needs: 'login', resend: true }),
  /** Takes a message back. Taking it back twice is no error. */
  'msg.revoke': op<RevokeParams, Nothing>(
    obj<RevokeParams>({ ...place, reason: text({ maxBytes: REASON_BYTES }) }),
    nothing,
    {
      needs: 'login',
      resend: true,
    },
  ),
  /** Changes the content of a message. Sent again it may find its own change and call it a conflict. */
  'msg.modify': op<ModifyParams, ModifyResult>(
    obj<ModifyParams>({ ...place, version: int(0), elems, cloudData: opt(text()) }),
    obj<ModifyResult>({ modified: bool, message }),
    { needs: 'login', resend: false },
  ),
  /** Deletes messages for this user. */
  'msg.delete': op<PlacesParams, Nothing>(places, nothing, { needs: 'login', resend: true }),
  /** Deletes all messages of a conversation for this user. */
  'msg.clear': op<{ readonly target: Target }, Nothing>(obj<{ readonly target: Target }>({ target }), nothing, {
    needs: 'login',
    resend: true,
  }),
  /** Keeps merged messages, so that an element can refer to them. */
  'msg.merger.put': op<PutMergerParams, MergerKey>(
    obj<PutMergerParams>({
      messages: text({ maxBytes: LIMITS.mergerBytes, nonEmpty: true }),
      media: opt(list(mediaId, LIMITS.mergedFiles)),
      mergers: opt(list(mergerKey, LIMITS.mergedMessages)),
    }),
    obj<MergerKey>({ key: mergerKey }),
    { needs: 'login', resend: true },
  ),
  /** Reads merged messages. The key is a secret of those who can read the message that holds it. */
  'msg.merger.get': op<MergerKey, MergerContent>(
    obj<MergerKey>({ key: mergerKey }),
    obj<MergerContent>({ messages: text() }),
    { needs: 'login', resend: true },
  ),
  /** Searches messages, on a server that was given a provider. */
  'msg.search': op<SearchParams, SearchResult>(
    obj<SearchParams>({
      target: opt(target),
      words: list(text({ maxBytes: LIMITS.messageBytes, nonEmpty: true }), LIMITS.searchWords),
      every: bool,
      senders: opt(list(userId, LIMITS.searchSenders)),
      types: opt(list(elemType, ELEM_TYPES.length)),
      since: opt(unixSeconds),
      until: opt(unixSeconds),
      limit: int(1, LIMITS.searchPage),
      cursor: opt(text({ maxBytes: LIMITS.searchCursorBytes })),
    }),
    obj<SearchResult>({
      items: list(obj<SearchItem>({ target, messages, ...readMarks }), LIMITS.searchPage),
      total: int(0),
      cursor: opt(text({ maxBytes: LIMITS.searchCursorBytes })),
    }),
    { needs: 'login', resend: true },
  ),
  /** Translates texts, on a server that was given a provider. */
  'msg.translate': op<TranslateParams, TranslateResult>(
    obj<TranslateParams>({
      texts: list(text({ maxBytes: LIMITS.messageBytes }), LIMITS.messagesPerRequest),
      source: language,
      target: language,
    }),
    obj<TranslateResult>({ texts: list(text(), LIMITS.messagesPerRequest) }),
    { needs: 'login', resend: true },
  ),
  /** Writes down what is said in a sound, on a server that was given a provider. */
  'msg.voiceToText': op<VoiceParams, VoiceResult>(
    obj<VoiceParams>({ url: text({ maxBytes: URL_BYTES, nonEmpty: true }), language }),
    obj<VoiceResult>({ text: text() }),
    { needs: 'login', resend: true },
  ),
};
