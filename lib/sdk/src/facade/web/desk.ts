import {
  timError,
  TIMError,
  type GroupOutcome,
  type HistoryResult,
  type Message as DomainMessage,
  type MessageBody,
  type ReadMarks,
  type SendResult,
  type Target,
} from '@tim-node/protocol';
import { runAlone } from '../../core/callbacks.js';
import type { Engine } from '../../core/engine.js';
import { steps } from '../../feature/steps.js';
import { Groups } from '../../feature/groups.js';
import { History } from '../../feature/history.js';
import { Marks } from '../../feature/marks.js';
import { Media } from '../../feature/media.js';
import { Messages } from '../../feature/messages.js';
import type { Refusals } from '../../feature/refusals.js';
import { Aside } from './content/aside.js';
import { upload, type Attachment } from './content/attachments.js';
import { answer } from './calls.js';
import { toIMError, webError } from './codes.js';
import { MessageBox } from './content/box.js';
import { draftOf } from './content/draft.js';
import { applyTold } from './content/marks.js';
import { mergedIn } from './content/from-app.js';
import { toGroup } from './content/group.js';
import { targetNamed } from './content/ids.js';
import { bodyOf } from './content/to-domain.js';
import { fillContent, type Links } from './content/to-web.js';
import { viewOf } from './content/view.js';
import { TYPES } from './generated/constants.js';
import { IMError } from './im-error.js';
import type { MessageOptions } from './generated/structs.js';
import { applySendOptions, pushOf, type SendOptions } from './send-options.js';
import type { Group } from './shapes/group.js';
import type { Message, MessageElement } from './shapes/message.js';

/** The files of a message that was made. */
export interface Attached {
  readonly attachment: Attachment;
  /** Addresses that show the files until they are uploaded. */
  readonly previews: readonly string[];
  /** Is told how much has been sent, from 0 to 1. */
  readonly onProgress: ((progress: number) => unknown) | undefined;
}

/** What is known of a message that was made here, besides what the app sees. */
interface Made {
  readonly owner: Desk;
  /** For the server: a message that is sent again keeps it. */
  readonly clientId: string;
  /** Files that are not uploaded yet. */
  attached: Attached | undefined;
}

/** Where the messages of one client are made and sent, and where those are kept that the app knows. */
export class Desk {
  readonly messages: Messages;
  readonly marks: Marks;
  readonly history: History;
  readonly groups: Groups;
  /** Where the logged-in user can fetch files. */
  readonly links: Links = (id) => this.engine.mediaUrl(id, this.self());
  readonly box = new MessageBox(this.links);
  private readonly media: Media;
  private readonly made = new Aside<Made>('tim-node message');

  constructor(
    private readonly engine: Engine,
    /** The logged-in user. */
    private readonly self: () => string,
    readonly refusals: Refusals,
  ) {
    this.messages = new Messages(engine, (message, self) => refusals.has(message, self));
    this.marks = new Marks(engine);
    this.history = new History(engine);
    this.groups = new Groups(engine);
    this.media = new Media(engine);
    engine.on('attached', () => this.box.relink());
  }

  compose(options: MessageOptions, elements: MessageElement[], attached?: Attached): Message {
    const now = Math.floor(this.engine.host.clock.now() / 1000);
    const message = draftOf(options, elements, { self: this.self(), now });
    this.made.set(message, { owner: this, clientId: this.messages.newId(), attached });
    return message;
  }

  /** Sends what the app has made. The outcome shows in the message itself. */
  async send(api: string, message: Message, options: SendOptions): Promise<{ message: Message }> {
    const made = this.made.get(message);
    if (made?.owner !== this) throw webError('MSG_INSTANCE_REQUIRED', api);
    message.status = 'unSend';
    applySendOptions(message, options);
    this.box.keep(message);
    try {
      const sent = await this.deliver(api, message, made, options);
      this.sent(message, sent);
      return { message };
    } catch (error) {
      message.status = 'fail';
      throw withMessage(error, message);
    }
  }

  /** What the user who has left knew is forgotten. */
  clear(): void {
    this.box.clear();
  }

  /** The groups that the user has joined. */
  async joinedGroups(): Promise<Group[]> {
    const found = await answer<readonly GroupOutcome[]>((settle) => this.groups.joined(settle));
    return this.groupsIn(found);
  }

  groupsIn(outcomes: readonly GroupOutcome[]): Group[] {
    return outcomes.flatMap((each) => (each.group === undefined ? [] : [toGroup(each.group, each)]));
  }

  /** Messages of a conversation as the app has them, or gets them. */
  show(
    target: Target,
    { messages, readSeq, peerReadSeq }: Pick<HistoryResult, 'messages' | keyof ReadMarks>,
  ): Message[] {
    return messages.map((message) => {
      const view = this.box.adopt(message, this.self());
      applyTold(view, message);
      if (message.seq <= readSeq) view.isRead = true;
      if (target.type === 'c2c' && view.flow === 'out' && message.seq <= peerReadSeq) view.isPeerRead = true;
      return view;
    });
  }

  /** A message as a new object, which is not kept. */
  view(message: DomainMessage): Message {
    return viewOf(message, this.self(), this.links);
  }

  private async deliver(api: string, message: Message, made: Made, options: SendOptions): Promise<SendResult> {
    await this.upload(message, made);
    await this.keepMerged(message);
    const body: MessageBody = { ...bodyOf(message), ...pushOf(options) };
    const { _receiverList: onlyFor, random, clientTime } = message;
    const target = targetNamed(api, message.conversationID);
    if (onlyFor !== undefined && target.type !== 'group')
      throw timError('invalidParameters', 'receiverList: not a group');
    return answer((settle) =>
      this.messages.send(
        {
          target,
          random,
          clientTime,
          body,
          clientId: made.clientId,
          ...(message._onlineOnlyFlag ? { onlineOnly: true } : {}),
          ...(onlyFor === undefined ? {} : { onlyFor }),
        },
        settle,
      ),
    );
  }

  /** Files go to the server first; what is sent is their names. A message that is sent again has them there. */
  private async upload(message: Message, made: Made): Promise<void> {
    const { attached } = made;
    if (attached === undefined) return;
    const { attachment, onProgress, previews } = attached;
    const tell = steps((current, total) => runAlone(() => onProgress?.(current / total)));
    const elem = await upload(this.media, attachment, tell);
    fillContent(message.payload, elem, { links: this.links, to: message.to });
    made.attached = undefined;
    for (const preview of previews) URL.revokeObjectURL(preview);
  }

  /** Merged messages go to the server first; what is sent is their key. */
  private async keepMerged(message: Message): Promise<void> {
    if (message.type !== TYPES.MSG_MERGER || message.payload.downloadKey !== '') return;
    const { payload } = message;
    const merged = mergedIn(payload);
    if (merged.length === 0) return;
    payload.downloadKey = await answer<string>((settle) => this.history.putMerger(merged, settle));
  }

  private sent(message: Message, { seq, time }: SendResult): void {
    message.status = 'success';
    message.sequence = seq;
    message.time = time;
    this.box.keep(message);
  }
}

/** The error tells which message it is about. */
function withMessage(error: unknown, message: Message): unknown {
  const told = error instanceof TIMError ? toIMError(error) : error;
  if (!(told instanceof IMError)) return error;
  return new IMError(told.code, told.message, { ...told.data, message }, told.cause);
}
