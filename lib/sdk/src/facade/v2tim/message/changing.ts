import { timError, type Elem, type Message, type ModifyResult } from '@tim-node/protocol';
import { refused } from '../answers.js';
import { outcome, type V2TimCallback, type V2TimValueCallback } from '../callbacks.js';
import type { V2TimMessage, V2TimMessageChangeInfo } from '../models.js';
import { refsOf, type V2TimMessageRef } from './base.js';
import { MessageReading } from './reading.js';

/** Changes and deletes messages. */
export abstract class MessageChanging extends MessageReading {
  /** Takes a message back. Too late: 20016 one-to-one, 10031 in a group. */
  revokeMessage(ref: V2TimMessageRef): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      this.history.revoke({ ...this.placeOf(ref), reason: '' }, settle);
    });
  }

  /** Changes the content of a message to what its element and `cloudCustomData` are now. */
  modifyMessage({ message }: { message: V2TimMessage }): Promise<V2TimValueCallback<V2TimMessageChangeInfo>> {
    return this.asker.value(
      (settle: Parameters<MessageChanging['history']['modify']>[1]) => {
        const known = this.find({ message });
        const [, ...rest] = known.body.elems;
        this.history.modify(
          {
            ...this.placeOf({ message }),
            version: known.version ?? 0,
            elems: [elemOf(message, known), ...rest],
            cloudData: message.cloudCustomData,
          },
          settle,
        );
      },
      ({ modified, message: now }: ModifyResult) => ({
        ...outcome(modified ? undefined : timError('modifyConflict')),
        message: this.show(now),
      }),
    );
  }

  /** Sets the data that travels with a message, for all who see it. Codes: 8006 somebody else was faster. */
  async setCloudCustomData(options: V2TimMessageRef & { data: string }): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      const { body, version = 0 } = this.find(options);
      const params = { ...this.placeOf(options), version, elems: body.elems, cloudData: options.data };
      this.history.modify(params, (result) => {
        const isLate = 'value' in result && !result.value.modified;
        if ('value' in result) this.show(result.value.message);
        settle(isLate ? { error: timError('modifyConflict') } : result);
      });
    });
  }

  /** Fetches the messages that a merged one holds. */
  downloadMergerMessage(ref: V2TimMessageRef): Promise<V2TimValueCallback<V2TimMessage[]>> {
    return this.asker.value(
      (settle: Parameters<MessageChanging['history']['getMerger']>[1]) => {
        const merger = this.find(ref).body.elems.find((elem) => elem.type === 'merger');
        if (merger === undefined) throw refused('the message holds no merged messages');
        this.history.getMerger(merger.key, settle);
      },
      // They may be of conversations that the user is not in, so he cannot name them.
      (messages: Message[]) => messages.map((message) => this.showMerged(message)),
    );
  }

  /** Deletes messages of one conversation, for this account only. */
  deleteMessages(options: {
    messageList?: V2TimMessage[] | undefined;
    msgIDs?: string[] | undefined;
  }): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      const refs = refsOf(options.messageList, options.msgIDs);
      const own = refs.flatMap((ref) => this.ownNamed(ref) ?? []);
      for (const { conv, id } of own) this.archive.forgetOwn(conv, id);
      const ownIds = new Set(own.map(({ id }) => id));
      const placed = refs.filter((ref) => !ownIds.has(idOf(ref)));
      if (placed.length > 0 || own.length === 0) this.history.delete(this.placesOf(placed), settle);
      else settle({ value: {} });
    });
  }

  /** Deletes a message on this machine alone. */
  deleteMessageFromLocalStorage(ref: V2TimMessageRef): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      const [kept] = this.archive.find([idOf(ref)]);
      if (kept === undefined) throw timError('messageUnknown', 'the message is not on this machine');
      const error = this.archive.hide(kept.conv, kept);
      settle(error === undefined ? { value: {} } : { error });
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

  /** A message that only this machine has. */
  private ownNamed(ref: V2TimMessageRef) {
    return this.archive.find([idOf(ref)]).find(({ seq }) => seq === 0);
  }
}

function idOf({ message, msgID }: V2TimMessageRef): string {
  return message?.msgID ?? msgID ?? '';
}

/** The first element as the app has it now; contents that are not for changing stay as they are. */
function elemOf(message: V2TimMessage, { body }: Message): Elem {
  const [first] = body.elems;
  const { textElem, customElem, faceElem, locationElem } = message;
  if (textElem !== undefined) return { type: 'text', text: textElem.text };
  if (customElem !== undefined) {
    const sound = first?.type === 'custom' ? first.sound : '';
    return { type: 'custom', data: customElem.data, desc: customElem.desc, ext: customElem.extension, sound };
  }
  if (faceElem !== undefined) return { type: 'face', index: faceElem.index, data: faceElem.data };
  if (locationElem !== undefined) {
    const { desc, longitude, latitude } = locationElem;
    return { type: 'location', desc, longitude, latitude };
  }
  if (first === undefined) throw refused('the message has no content');
  return first;
}
