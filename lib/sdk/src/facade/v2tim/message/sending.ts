import { TIMError, timError, type Elem, type Message, type SendParams } from '@tim-node/protocol';
import { runAlone } from '../../../core/callbacks.js';
import type { CheckedFile } from '../../../feature/media.js';
import { formatNumber } from '../../../feature/image-size.js';
import { steps } from '../../../feature/steps.js';
import { refused } from '../answers.js';
import type { V2TimValueCallback } from '../callbacks.js';
import {
  outgoingOf,
  showDraft,
  targetOfSend,
  type Draft,
  type FilePart,
  type Part,
  type V2TimSendOptions,
} from '../drafts.js';
import type { V2TimMessage } from '../models.js';
import { messageIdOf } from '../to-v2tim.js';
import { promised } from './base.js';
import { MessageMaking } from './making.js';

type Sized = CheckedFile & { readonly id: string };

/** What of a message that was made counts when the options do not say it. */
const OWN_OPTIONS = ['cloudCustomData', 'localCustomData', 'needReadReceipt', 'priority'] as const;
const OWN_FLAGS = ['isExcludedFromUnreadCount', 'isExcludedFromLastMessage', 'isSupportMessageExtension'] as const;

/** Sends messages. */
export abstract class MessageSending extends MessageMaking {
  /** How messages were sent that have failed, by their `msgID`. */
  private readonly failed = new Map<string, V2TimSendOptions>();

  /**
   * Sends a message that was made before. It can be sent again after a failure, and is stored once all the same.
   * Codes: 6017 for an id that is none, 8001 too long, 20003 receiver unknown, 7004 to 7007 and 6031 for its file.
   */
  sendMessage(options: V2TimSendOptions): Promise<V2TimValueCallback<V2TimMessage>> {
    return this.asker.value(
      (settle: (result: { value: Message } | { error: TIMError }) => void) => {
        const draft = this.draftNamed(options);
        const asked = { ...ownOptions(options.message), ...options };
        targetOfSend(asked);
        this.deliver(draft, asked).then(
          (value) => settle({ value }),
          (error: unknown) =>
            settle({ error: error instanceof TIMError ? error : timError('internal', String(error)) }),
        );
      },
      (message) => {
        const { localCustomData = '' } = options;
        return { ...this.show(message), ...(localCustomData === '' ? {} : { localCustomData }) };
      },
    );
  }

  /** Sends a message again that has failed, by its `msgID`. */
  reSendMessage(options: {
    msgID: string;
    onlineUserOnly?: boolean | undefined;
  }): Promise<V2TimValueCallback<V2TimMessage>> {
    const { msgID, onlineUserOnly } = options;
    const before = this.failed.get(msgID) ?? { id: msgID, receiver: '', groupID: '' };
    return this.sendMessage({ ...before, ...(onlineUserOnly === undefined ? {} : { onlineUserOnly }) });
  }

  private async deliver(draft: Draft, options: V2TimSendOptions): Promise<Message> {
    const { userId: self, state } = this.engine;
    if (state !== 'Logined') throw timError('notLoggedIn');
    const msgID = messageIdOf({ sender: self, ...draft });
    if (options.onSyncMsgID !== undefined) runAlone(() => options.onSyncMsgID?.(msgID));
    try {
      await this.bring(draft, { ...showDraft(draft, self), msgID });
      const outgoing = outgoingOf(draft, options);
      const sent = await promised<{ seq: number; time: number }>((settle) => this.messages.send(outgoing, settle));
      this.drafts.delete(draft.id);
      this.failed.delete(msgID);
      return this.stored(outgoing, sent, options.localCustomData);
    } catch (error) {
      this.failed.set(msgID, { ...options, id: draft.id });
      for (const oldest of this.failed.keys()) if (this.failed.size > MAX_FAILED) this.failed.delete(oldest);
      throw error;
    }
  }

  /** The message as it is now that the server has it. */
  private stored(outgoing: SendParams, sent: { seq: number; time: number }, custom: string | undefined): Message {
    const { platform } = this.engine.options ?? this.engine.host;
    const message: Message = { ...outgoing, ...sent, sender: this.engine.userId, platform };
    if (sent.seq > 0 && custom !== undefined && custom !== '') {
      this.archive.remember([message]);
      const name = { seq: sent.seq, id: messageIdOf(message) };
      this.archive.setCustomData(outgoing.target, name, { customInt: 0, customStr: custom });
    }
    return message;
  }

  /** Brings files and merged messages to the server, each once. */
  private async bring(draft: Draft, shown: V2TimMessage): Promise<void> {
    const { parts } = draft;
    for (const [at, part] of parts.entries()) {
      if ('elem' in part) continue;
      const elem = 'file' in part ? await this.upload(part.file, shown) : await this.keepMerged(part.merger);
      draft.parts = draft.parts.map((each, index): Part => (index === at ? { elem } : each));
    }
  }

  private async keepMerged({
    title,
    abstracts,
    compatibleText,
    messages,
  }: Extract<Part, { merger: unknown }>['merger']): Promise<Elem> {
    const key = await promised<string>((settle) => this.history.putMerger(messages, settle));
    return { type: 'merger', title, abstracts, compatibleText, key, tooDeep: false };
  }

  private async upload(part: FilePart, shown: V2TimMessage): Promise<Elem> {
    const { kind, path, name, snapshotPath = '' } = part;
    if (path === '') throw timError('fileMissing');
    const file = await this.media.checkLocal({ path, kind, ...(name === undefined ? {} : { name }) });
    const snapshot =
      snapshotPath === '' ? undefined : await this.media.checkLocal({ path: snapshotPath, kind: 'image' });
    const total = file.size + (snapshot?.size ?? 0);
    const tell = steps((current) => {
      const progress = Math.floor((current * 100) / total);
      this.listeners.tell((each) => each.onSendMessageProgress?.(shown, progress));
    });
    const sent = await this.send(file, (current) => tell(current, total));
    const shot = snapshot && (await this.send(snapshot, (current) => tell(file.size + current, total)));
    tell(total, total);
    return elemOf(part, sent, shot);
  }

  private async send(file: CheckedFile, onProgress: (current: number) => void): Promise<Sized> {
    return { ...file, id: await this.media.upload(file, onProgress, new AbortController()) };
  }
}

const MAX_FAILED = 1000;

function ownOptions(message: V2TimMessage | undefined): Partial<V2TimSendOptions> {
  if (message === undefined) return {};
  return Object.fromEntries([...OWN_OPTIONS, ...OWN_FLAGS].map((name) => [name, message[name]]));
}

function elemOf({ kind, duration = 0, format = '' }: FilePart, file: Sized, snapshot: Sized | undefined): Elem {
  const { id, size, name, image } = file;
  switch (kind) {
    case 'image':
      return { type: 'image', format: formatNumber(image), original: pictureOf(file) };
    case 'sound':
      return { type: 'sound', id, size, duration: secondsOf(duration) };
    case 'file':
      return { type: 'file', id, name, size };
    case 'video': {
      const shot =
        snapshot === undefined ? {} : { snapshot: { ...pictureOf(snapshot), format: formatOf(snapshot.name) } };
      return {
        type: 'video',
        id,
        format: format === '' ? formatOf(name) : formatOf(`.${format}`),
        size,
        duration: secondsOf(duration),
        ...shot,
      };
    }
  }
}

function secondsOf(duration: unknown): number {
  if (typeof duration !== 'number' || !(duration >= 0) || duration > MAX_SECONDS)
    throw refused('duration is a number of seconds');
  return Math.round(duration);
}

const MAX_SECONDS = 2 ** 31 - 1;

function pictureOf({ id, size, image }: Sized): { id: string; size: number; width: number; height: number } {
  return { id, size, width: image?.width ?? 0, height: image?.height ?? 0 };
}

/** The extension of a file name; some give it with its dot. */
function formatOf(name: string): string {
  return /\.\.?([A-Za-z0-9]{1,16})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
