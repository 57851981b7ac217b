import {
  timError,
  type Elem,
  type HistoryResult,
  type Message,
  type ModifyResult,
  type PlacesParams,
  type Target,
} from '@tim-node/protocol';
import type { Engine } from '../../core/engine.js';
import { History } from '../../feature/history.js';
import { Marks } from '../../feature/marks.js';
import { Messages } from '../../feature/messages.js';
import { targetOf } from '../../feature/conversation-change.js';
import { randomUint32 } from '../../host/random.js';
import { Asker, refused } from './answers.js';
import { outcome, type V2TimCallback, type V2TimValueCallback } from './callbacks.js';
import { outgoingOf, showDraft, type Draft, type V2TimSendOptions } from './drafts.js';
import type { Known } from './known.js';
import { Listeners } from './listener.js';
import { forwardMessages, type V2TimAdvancedMsgListener } from './message-listener.js';
import {
  HistoryMsgGetTypeEnum,
  type V2TimMessage,
  type V2TimMessageChangeInfo,
  type V2TimMessageListResult,
  type V2TimMsgCreateInfoResult,
} from './models.js';
import { toMessage } from './to-v2tim.js';

/** Which messages of a conversation are wanted: there is either a userID or a groupID. */
export interface V2TimHistoryOptions {
  userID?: string | undefined;
  groupID?: string | undefined;
  /** @defaultValue V2TIM_GET_LOCAL_OLDER_MSG */
  getType?: HistoryMsgGetTypeEnum | undefined;
  count: number;
  /** The messages before or after this one. */
  lastMsg?: V2TimMessage | undefined;
  /** Its id, in place of `lastMsg`. */
  lastMsgID?: string | undefined;
  /** Groups: its place; this one is among those that come. */
  lastMsgSeq?: number | undefined;
}

/** A message, or its id. */
export interface V2TimMessageRef {
  message?: V2TimMessage | undefined;
  msgID?: string | undefined;
}

/** Messages that were made and not sent; the ones made first go first. */
const MAX_DRAFTS = 1000;
const NEWER: readonly unknown[] = [
  HistoryMsgGetTypeEnum.V2TIM_GET_CLOUD_NEWER_MSG,
  HistoryMsgGetTypeEnum.V2TIM_GET_LOCAL_NEWER_MSG,
];

/** Messages in the style of Flutter. */
export class V2TIMMessageManager {
  private readonly messages: Messages;
  private readonly history: History;
  private readonly marks: Marks;
  private readonly asker: Asker;
  private readonly listeners = new Listeners<V2TimAdvancedMsgListener>();
  private readonly drafts = new Map<string, Draft>();
  private made = 0;

  /** @internal */
  constructor(
    private readonly engine: Engine,
    private readonly known: Known,
  ) {
    this.messages = new Messages(engine);
    this.history = new History(engine);
    this.marks = new Marks(engine);
    this.asker = new Asker(engine);
    const { messages, history, marks } = this;
    forwardMessages({ engine, messages, history, marks, known }, this.listeners);
  }

  /** @internal */
  clear(): void {
    this.listeners.clear();
    this.drafts.clear();
  }

  /** Adds a listener; the same object counts once. `unInitSDK` removes it. */
  addAdvancedMsgListener(listener: V2TimAdvancedMsgListener): void {
    this.listeners.add(listener);
  }

  /** Removes a listener; without one, all. */
  removeAdvancedMsgListener(listener?: V2TimAdvancedMsgListener): void {
    this.listeners.remove(listener);
  }

  /** Makes a text message. */
  createTextMessage({ text }: { text: string }): Promise<V2TimValueCallback<V2TimMsgCreateInfoResult>> {
    return this.make({ type: 'text', text });
  }

  /** Makes a text message that mentions members of a group. */
  createTextAtMessage(options: {
    text: string;
    atUserList: string[];
  }): Promise<V2TimValueCallback<V2TimMsgCreateInfoResult>> {
    return this.make({ type: 'text', text: options.text }, options.atUserList);
  }

  /** Makes a message with content of the app's own. */
  createCustomMessage(options: {
    data: string;
    desc?: string | undefined;
    extension?: string | undefined;
  }): Promise<V2TimValueCallback<V2TimMsgCreateInfoResult>> {
    const { data, desc = '', extension: ext = '' } = options;
    return this.make({ type: 'custom', data, desc, ext, sound: '' });
  }

  /** Makes a sticker message. */
  createFaceMessage(options: { index: number; data: string }): Promise<V2TimValueCallback<V2TimMsgCreateInfoResult>> {
    return this.make({ type: 'face', index: options.index, data: options.data });
  }

  /** Makes a message that shows a place; degrees. */
  createLocationMessage(options: {
    desc: string;
    longitude: number;
    latitude: number;
  }): Promise<V2TimValueCallback<V2TimMsgCreateInfoResult>> {
    const { desc, longitude, latitude } = options;
    return this.make({ type: 'location', desc, longitude, latitude });
  }

  private make(elem: Elem, mentions: readonly string[] = []): Promise<V2TimValueCallback<V2TimMsgCreateInfoResult>> {
    return this.asker.value(
      (settle: (result: { value: Draft }) => void) =>
        settle({
          value: {
            elem,
            mentions,
            clientId: this.messages.newId(),
            random: randomUint32(),
            clientTime: Math.floor(this.engine.host.clock.now() / 1000),
          },
        }),
      (draft) => {
        this.made += 1;
        const id = `created-${this.made}`;
        this.drafts.set(id, draft);
        for (const oldest of this.drafts.keys()) if (this.drafts.size > MAX_DRAFTS) this.drafts.delete(oldest);
        return { id, messageInfo: showDraft(draft, id, this.engine.userId) };
      },
    );
  }

  /**
   * Sends a message that was made before. It can be sent again after a failure, and is stored once all the same.
   * Codes: 6017 for an id that is none, 8001 too long, 20003 receiver unknown.
   */
  sendMessage(options: V2TimSendOptions): Promise<V2TimValueCallback<V2TimMessage>> {
    const id = options.id ?? options.message?.id ?? '';
    const draft = this.drafts.get(id);
    return this.asker.value(
      (settle: Parameters<Messages['send']>[1]) => {
        if (draft === undefined) throw refused(`there is no message ${id} to send`);
        this.messages.send(outgoingOf(draft, options), settle);
      },
      (sent) => {
        this.drafts.delete(id);
        const outgoing = outgoingOf(draft as Draft, options);
        const { platform } = this.engine.options ?? this.engine.host;
        const message = { ...outgoing, ...sent, sender: this.engine.userId, platform };
        return toMessage(sent.seq === 0 ? message : this.known.keep(message), this.engine.userId);
      },
    );
  }

  /** Reads messages of a conversation: older ones newest first, newer ones oldest first. */
  async getHistoryMessageList(options: V2TimHistoryOptions): Promise<V2TimValueCallback<V2TimMessage[]>> {
    const { data, ...rest } = await this.getHistoryMessageListV2(options);
    return data === undefined ? rest : { ...rest, data: data.messageList };
  }

  /** The same, and whether there are more. */
  getHistoryMessageListV2(options: V2TimHistoryOptions): Promise<V2TimValueCallback<V2TimMessageListResult>> {
    return this.asker.value(
      (settle: Parameters<History['list']>[1]) => {
        const { count, getType } = options;
        if (!Number.isInteger(count) || count < 1) throw refused('count must be a positive whole number');
        const forward = NEWER.includes(getType);
        const from = this.fromOf(options, forward);
        this.history.list(
          { target: targetIn(options), count, forward, ...(from === undefined ? {} : { from }) },
          settle,
        );
      },
      (found) => ({ isFinished: found.finished, messageList: this.show(found) }),
    );
  }

  /** Reads older messages with a user. */
  getC2CHistoryMessageList(
    options: Pick<V2TimHistoryOptions, 'count' | 'lastMsg' | 'lastMsgID'> & { userID: string },
  ): Promise<V2TimValueCallback<V2TimMessage[]>> {
    return this.getHistoryMessageList(options);
  }

  /** Reads older messages of a group. */
  getGroupHistoryMessageList(
    options: Pick<V2TimHistoryOptions, 'count' | 'lastMsg' | 'lastMsgID'> & { groupID: string },
  ): Promise<V2TimValueCallback<V2TimMessage[]>> {
    return this.getHistoryMessageList(options);
  }

  private fromOf({ lastMsg, lastMsgID, lastMsgSeq }: V2TimHistoryOptions, forward: boolean): number | undefined {
    if (lastMsg !== undefined || lastMsgID !== undefined) {
      return this.find({ message: lastMsg, msgID: lastMsgID }).seq;
    }
    if (lastMsgSeq === undefined || lastMsgSeq < 0) return undefined;
    return forward ? Math.max(lastMsgSeq - 1, 0) : lastMsgSeq + 1;
  }

  private show(found: Pick<HistoryResult, 'messages' | 'readSeq' | 'peerReadSeq'>): V2TimMessage[] {
    return found.messages.map((message) => toMessage(this.known.keep(message), this.engine.userId, found));
  }

  /** Takes a message back. Too late: 20016 one-to-one, 10031 in a group. */
  revokeMessage(ref: V2TimMessageRef): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      const { target, seqs } = this.placesOf([ref]);
      this.history.revoke({ target, seq: seqs[0] ?? 0, reason: '' }, settle);
    });
  }

  /** Changes the content of a message to what its element and `cloudCustomData` are now. */
  modifyMessage({ message }: { message: V2TimMessage }): Promise<V2TimValueCallback<V2TimMessageChangeInfo>> {
    return this.asker.value(
      (settle: Parameters<History['modify']>[1]) => {
        const known = this.find({ message });
        const { target, seqs } = this.placesOf([{ message }]);
        const [, ...rest] = known.body.elems;
        this.history.modify(
          {
            target,
            seq: seqs[0] ?? 0,
            version: known.version ?? 0,
            elems: [elemOf(message, known), ...rest],
            cloudData: message.cloudCustomData,
          },
          settle,
        );
      },
      ({ modified, message: now }: ModifyResult) => ({
        ...outcome(modified ? undefined : timError('modifyConflict')),
        message: toMessage(this.known.keep(now), this.engine.userId),
      }),
    );
  }

  /** Deletes messages of one conversation, for this account only. */
  deleteMessages(options: {
    messageList?: V2TimMessage[] | undefined;
    msgIDs?: string[] | undefined;
  }): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      this.history.delete(this.placesOf(refsOf(options.messageList, options.msgIDs)), settle);
    });
  }

  /** Deletes all messages with a user, for this account only. */
  clearC2CHistoryMessage({ userID }: { userID: string }): Promise<V2TimCallback> {
    return this.asker.done((settle) => this.history.clear({ type: 'c2c', id: userID }, settle));
  }

  /** Deletes all messages of a group, for this account only. */
  clearGroupHistoryMessage({ groupID }: { groupID: string }): Promise<V2TimCallback> {
    return this.asker.done((settle) => this.history.clear({ type: 'group', id: groupID }, settle));
  }

  /** Tells the senders of messages that ask for it that these were read. */
  sendMessageReadReceipts(options: {
    messageList?: V2TimMessage[] | undefined;
    messageIDList?: string[] | undefined;
  }): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      this.marks.sendReceipts(this.placesOf(refsOf(options.messageList, options.messageIDList)), settle);
    });
  }

  /** Marks the conversation with a user as read. */
  markC2CMessageAsRead({ userID }: { userID: string }): Promise<V2TimCallback> {
    return this.asker.done((settle) => this.engine.call('conv.read', { target: { type: 'c2c', id: userID } }, settle));
  }

  /** Marks the conversation of a group as read. */
  markGroupMessageAsRead({ groupID }: { groupID: string }): Promise<V2TimCallback> {
    const target: Target = { type: 'group', id: groupID };
    return this.asker.done((settle) => this.engine.call('conv.read', { target }, settle));
  }

  /** Marks all conversations as read. */
  markAllMessageAsRead(): Promise<V2TimCallback> {
    return this.asker.done((settle) => this.engine.call('conv.read', {}, settle));
  }

  /** A message that the app was told about. */
  private find({ message, msgID }: V2TimMessageRef): Message {
    const id = message?.msgID ?? msgID ?? '';
    const found = this.known.get(id);
    if (found === undefined) throw refused(`there is no message ${id}`);
    return found;
  }

  private placesOf(refs: readonly V2TimMessageRef[]): PlacesParams {
    const found = refs.map((ref) => this.find(ref));
    const [target] = found.map((message) => targetOf(message, this.engine.userId));
    if (target === undefined) throw refused('there is no message');
    const others = found.some((message) => {
      const { type, id } = targetOf(message, this.engine.userId);
      return type !== target.type || id !== target.id;
    });
    if (others) throw refused('the messages are not of one conversation');
    return { target, seqs: found.map(({ seq }) => seq) };
  }
}

function refsOf(messages: V2TimMessage[] = [], ids: string[] = []): V2TimMessageRef[] {
  return [...messages.map((message) => ({ message })), ...ids.map((msgID) => ({ msgID }))];
}

function targetIn({ userID = '', groupID = '' }: V2TimHistoryOptions): Target {
  if ((userID === '') === (groupID === '')) throw refused('there must be either a userID or a groupID');
  return groupID === '' ? { type: 'c2c', id: userID } : { type: 'group', id: groupID };
}

/** The first element as the app has it now; contents that are not shown stay as they are. */
function elemOf(message: V2TimMessage, { body }: Message): Elem {
  const [first] = body.elems;
  const { textElem, customElem, faceElem, locationElem } = message;
  if (textElem !== undefined) return { type: 'text', text: textElem.text };
  if (customElem !== undefined) {
    const sound = first?.type === 'custom' ? first.sound : '';
    return { type: 'custom', data: customElem.data, desc: customElem.desc, ext: customElem.extension, sound };
  }
  if (faceElem !== undefined) return { type: 'face', ...faceElem };
  if (locationElem !== undefined) return { type: 'location', ...locationElem };
  if (first === undefined) throw refused('the message has no content');
  return first;
}
