import type { Elem } from '@tim-node/protocol';
import { randomUint32 } from '../../../host/random.js';
import { refused } from '../answers.js';
import type { V2TimValueCallback } from '../callbacks.js';
import { mergerOf, showDraft, type Draft, type Part } from '../drafts.js';
import type { V2TimMessage, V2TimMsgCreateInfoResult } from '../models.js';
import { MessageBase, refsOf, type V2TimMessageRef } from './base.js';

export type Made = Promise<V2TimValueCallback<V2TimMsgCreateInfoResult>>;

/** A message that was made and not sent, or its id. */
export interface V2TimDraftRef {
  message?: V2TimMessage | undefined;
  id?: string | undefined;
}

/** Messages that were made and not sent; the ones made first go first. */
const MAX_DRAFTS = 1000;

/** Makes messages. They are sent by `sendMessage`. */
export abstract class MessageMaking extends MessageBase {
  /** @internal */
  protected readonly drafts = new Map<string, Draft>();
  private made = 0;

  /** Makes a text message. */
  createTextMessage({ text }: { text: string }): Made {
    return this.make({ elem: { type: 'text', text } });
  }

  /** Makes a text message that mentions members of a group. */
  createTextAtMessage(options: { text: string; atUserList: string[] }): Made {
    return this.make({ elem: { type: 'text', text: options.text } }, { mentions: [...options.atUserList] });
  }

  /** Makes a message with content of the app's own. */
  createCustomMessage(options: { data: string; desc?: string | undefined; extension?: string | undefined }): Made {
    const { data, desc = '', extension: ext = '' } = options;
    return this.make({ elem: { type: 'custom', data, desc, ext, sound: '' } });
  }

  /** Makes a sticker message. */
  createFaceMessage(options: { index: number; data: string }): Made {
    return this.make({ elem: { type: 'face', index: options.index, data: options.data } });
  }

  /** Makes a message that shows a place; degrees. */
  createLocationMessage(options: { desc: string; longitude: number; latitude: number }): Made {
    const { desc, longitude, latitude } = options;
    return this.make({ elem: { type: 'location', desc, longitude, latitude } });
  }

  /** Makes an image message of a file of this machine. */
  createImageMessage(options: { imagePath: string; imageName?: string | undefined }): Made {
    return this.make({ file: { kind: 'image', path: options.imagePath, name: options.imageName } });
  }

  /** Makes a voice message. */
  createSoundMessage(options: { soundPath: string; duration: number }): Made {
    return this.make({ file: { kind: 'sound', path: options.soundPath, duration: options.duration } });
  }

  /** Makes a video message. */
  createVideoMessage(options: { videoFilePath: string; type: string; duration: number; snapshotPath: string }): Made {
    const { videoFilePath: path, type: format, duration, snapshotPath } = options;
    return this.make({ file: { kind: 'video', path, format, duration, snapshotPath } });
  }

  /** Makes a file message. */
  createFileMessage(options: { filePath: string; fileName: string }): Made {
    const { filePath: path, fileName } = options;
    return this.make({ file: { kind: 'file', path, name: fileName === '' ? undefined : fileName } });
  }

  /** Makes one message out of several. */
  createMergerMessage(options: {
    messageList?: V2TimMessage[] | undefined;
    msgIDList?: string[] | undefined;
    title: string;
    abstractList: string[];
    compatibleText: string;
  }): Made {
    return this.keepDraft(() => {
      const messages = refsOf(options.messageList, options.msgIDList).map((ref) => this.find(ref));
      return this.draftOf([{ merger: mergerOf(options, messages) }]);
    });
  }

  /** Makes a message that passes another one on. */
  createForwardMessage(ref: V2TimMessageRef): Made {
    return this.keepDraft(() => {
      const { body, revoked } = this.find(ref);
      if (revoked !== undefined) throw refused('the message was taken back');
      if (body.elems.some(({ type }) => type === 'groupTip')) throw refused('a group notice cannot be passed on');
      return this.draftOf(body.elems.map((elem: Elem) => ({ elem })));
    });
  }

  /** Makes a message for some members of a group alone, out of one that was made. */
  createTargetedGroupMessage(options: V2TimDraftRef & { receiverList: string[] }): Made {
    return this.keepDraft(() => {
      const { parts, mentions } = this.draftNamed(options);
      return this.draftOf(parts, { mentions, onlyFor: [...options.receiverList] });
    });
  }

  /** Lets a message that was made mention members of a group. */
  createAtSignedGroupMessage(options: {
    message?: V2TimMessage | undefined;
    createdMsgID?: string | undefined;
    atUserList: string[];
  }): Promise<V2TimValueCallback<V2TimMessage>> {
    const { message, createdMsgID: id, atUserList } = options;
    return this.shown(() => {
      const { parts, onlyFor } = this.draftNamed({ message, id });
      return this.draftOf(parts, { mentions: [...atUserList], ...(onlyFor === undefined ? {} : { onlyFor }) });
    });
  }

  /** Puts the elements of a message that was made after those of another one. */
  appendMessage(options: {
    createMessageBaseId: string;
    createMessageAppendId: string;
  }): Promise<V2TimValueCallback<V2TimMessage>> {
    return this.shown(() => {
      const base = this.draftNamed({ id: options.createMessageBaseId });
      const appended = this.draftNamed({ id: options.createMessageAppendId });
      base.parts = [...base.parts, ...appended.parts];
      return base;
    });
  }

  private make(part: Part, more: Partial<Draft> = {}): Made {
    return this.keepDraft(() => this.draftOf([part], more));
  }

  private draftOf(parts: readonly Part[], more: Partial<Draft> = {}): Draft {
    this.made += 1;
    return {
      id: `created-${this.made}`,
      mentions: [],
      ...more,
      parts,
      clientId: this.messages.newId(),
      random: randomUint32(),
      clientTime: Math.floor(this.engine.host.clock.now() / 1000),
    };
  }

  private keepDraft(make: () => Draft): Made {
    return this.asker.value(
      (settle: (result: { value: Draft }) => void) => settle({ value: make() }),
      (draft) => {
        this.drafts.set(draft.id, draft);
        for (const oldest of this.drafts.keys()) if (this.drafts.size > MAX_DRAFTS) this.drafts.delete(oldest);
        return { id: draft.id, messageInfo: showDraft(draft, this.engine.userId) };
      },
    );
  }

  private async shown(make: () => Draft): Promise<V2TimValueCallback<V2TimMessage>> {
    const { data, ...rest } = await this.keepDraft(make);
    return data === undefined ? rest : { ...rest, data: data.messageInfo };
  }

  /** @internal */
  protected forgetDrafts(): void {
    this.drafts.clear();
  }

  /** @internal A message that was made and not sent. */
  protected draftNamed({ message, id }: V2TimDraftRef): Draft {
    const name = id ?? message?.id ?? '';
    const draft = this.drafts.get(name);
    if (draft === undefined) throw refused(`there is no message ${name} to send`);
    return draft;
  }
}
