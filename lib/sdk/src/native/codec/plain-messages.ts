import type { Message, MessageBody, ReadMarks } from '@tim-node/protocol';
import { conversationOf, messageId } from '../../local/rules.js';
import { writeJson } from '../json.js';
import { TIMConvType } from '../generated/enums.js';
import { NATIVE_PLATFORM, toNative, type Viewer } from './domain.js';
import { uniqueIdOf } from './message.js';

/*
 * Most messages that come in are plain texts, and most of their JSON is the same for all of them. It is made once for
 * each kind, out of the first such message, with holes for what differs.
 */

/** A plain text, and who looks at it. */
interface Told {
  readonly message: Message;
  readonly self: string;
  readonly marks: ReadMarks | undefined;
}

/** The JSON of a value that differs from message to message. */
type Hole = (told: Told) => string;

/** Ids and most names need no escaping, and are many. */
const SIMPLE = /^[\w @#.-]*$/;
const quoted = (text: string): string => (SIMPLE.test(text) ? `"${text}"` : JSON.stringify(text));

/** By their keys, at any depth. */
const HOLES: Readonly<Record<string, Hole>> = {
  group_member_info_identifier: ({ message }) => quoted(message.sender),
  group_member_info_name_card: ({ message }) => quoted(message.profile?.nameCard ?? ''),
  message_client_time: ({ message }) => String(message.clientTime),
  message_conv_id: ({ message, self }) => quoted(conversationOf(message, self).id),
  message_is_peer_read: ({ message: { sender, seq, target }, self, marks }) =>
    String(sender !== self || (marks !== undefined && target.type === 'c2c' && seq <= marks.peerReadSeq)),
  message_is_read: ({ message: { sender, seq }, self, marks }) =>
    String(sender === self || (marks !== undefined && seq <= marks.readSeq)),
  message_msg_id: ({ message }) => quoted(messageId(message)),
  message_platform: ({ message }) => String(NATIVE_PLATFORM[message.platform]),
  message_rand: ({ message }) => String(message.random),
  message_sender: ({ message }) => quoted(message.sender),
  message_seq: ({ message }) => String(message.seq),
  message_server_time: ({ message }) => String(message.time),
  message_unique_id: ({ message: { target, seq, time, clientTime, random } }) => {
    const type = target.type === 'group' ? TIMConvType.kTIMConv_Group : TIMConvType.kTIMConv_C2C;
    return uniqueIdOf(type, seq, time === 0 ? clientTime : time, random).toString();
  },
  text_elem_content: ({ message }) => JSON.stringify(textOf(message.body)),
  user_profile_face_url: ({ message }) => quoted(message.profile?.faceUrl ?? ''),
  user_profile_identifier: ({ message }) => quoted(message.sender),
  user_profile_nick_name: ({ message }) => quoted(message.profile?.nick ?? ''),
};

function textOf({ elems: [elem] }: MessageBody): string {
  return elem?.type === 'text' ? elem.text : '';
}

/** Whether nothing but a text was said in a message, and nothing has happened to it since. */
export function isPlain({ body, seq, version, revoked, onlyFor, receiptTotal }: Message): boolean {
  return (
    seq > 0 &&
    body.elems.length === 1 &&
    body.elems[0]?.type === 'text' &&
    Object.keys(body).length === 1 &&
    (version ?? revoked ?? onlyFor ?? receiptTotal) === undefined
  );
}

/** Texts and holes in turn, a text first and last. */
interface Template {
  readonly texts: readonly string[];
  readonly holes: readonly Hole[];
}

/** By the kind of conversation, and whether the message is one's own. */
const templates = new Map<string, Template>();

/** The JSON of a plain message. */
export function writePlain(message: Message, viewer: Viewer, marks: ReadMarks | undefined): string {
  const told = { message, self: viewer.userId, marks };
  const kind = `${message.target.type} ${String(message.sender === told.self)}`;
  let template = templates.get(kind);
  if (template === undefined) templates.set(kind, (template = cut(toNative(message, viewer, marks))));
  const { texts, holes } = template;
  const parts: string[] = [texts[0] ?? ''];
  for (let at = 0; at < holes.length; at += 1) parts.push(holes[at]?.(told) ?? '', texts[at + 1] ?? '');
  return parts.join('');
}

function cut(native: object): Template {
  const texts: string[] = [];
  const holes: Hole[] = [];
  let parts: string[] = [];
  /** A sum of texts would keep its parts, and copying it would take longer. */
  const endText = (): void => {
    texts.push(parts.join(''));
    parts = [];
  };
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) {
      parts.push(writeJson(value));
      return;
    }
    const isList = Array.isArray(value);
    parts.push(isList ? '[' : '{');
    for (const [index, [key, member]] of definedIn(value).entries()) {
      parts.push(index === 0 ? '' : ',', isList ? '' : `${JSON.stringify(key)}:`);
      const hole = HOLES[key];
      if (hole === undefined) walk(member);
      else {
        endText();
        holes.push(hole);
      }
    }
    parts.push(isList ? ']' : '}');
  };
  walk(native);
  endText();
  return { texts, holes };
}

function definedIn(value: object): [key: string, member: unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}
