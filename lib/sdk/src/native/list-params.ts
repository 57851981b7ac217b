import type { Target } from '@tim-node/protocol';
import type { Wanted } from '../feature/history.js';
import type { Cursor, ListQuery } from '../feature/message-lists.js';
import { elemTypesOf } from './codec/kept.js';
import { readMessage } from './codec/message.js';
import { toPlace } from './codec/scalars.js';
import type { Message, MsgGetMsgListParam } from './generated/structs.js';

/** Messages in a list when the app does not say how many. */
const USUAL_COUNT = 20;

/** What a `MsgGetMsgListParam` asks for. */
export function toListQuery(target: Target, given: MsgGetMsgListParam): ListQuery {
  const forward = given.msg_getmsglist_param_is_forward === true;
  const count = toPlace(given.msg_getmsglist_param_count) || USUAL_COUNT;
  const types = elemTypesOf(given.msg_getmsglist_param_message_type_array);
  const { cursor, from, ...bound } = start(given, forward);
  const wanted = {
    target,
    forward,
    count,
    ...narrowest(bound, times(given, forward)),
    ...(types === undefined ? {} : { types }),
    ...(from === undefined ? {} : { from }),
  };
  return cursor === undefined ? { wanted } : { wanted, cursor };
}

type Period = Pick<Wanted, 'since' | 'until'>;

interface Start extends Period {
  readonly cursor?: Cursor;
  readonly from?: number;
}

/** A message is not among those that follow it; a place is. */
function start(given: MsgGetMsgListParam, forward: boolean): Start {
  const { msg_getmsglist_param_last_msg: last, msg_getmsglist_param_last_msg_seq: lastSeq } = given;
  const cursor = cursorOf(last);
  if (cursor !== undefined && cursor.place > 0) return { cursor, from: cursor.place };
  if (cursor !== undefined && cursor.time > 0) {
    // A message that the server does not have stands where its time puts it: after those of the same second.
    const { time } = cursor;
    return forward ? { cursor, since: time + 1 } : { cursor, until: time };
  }
  const place = toPlace(lastSeq);
  if (place === 0) return {};
  return { cursor: { place, time: 0, id: '' }, from: forward ? place - 1 : place + 1 };
}

function cursorOf(last: Message | undefined): Cursor | undefined {
  if (typeof last !== 'object' || Object.keys(last).length === 0) return undefined;
  const { message_seq: seq, message_server_time: server, message_client_time: client, ...rest } = readMessage(last);
  return { place: toPlace(seq), time: toPlace(server) || toPlace(client), id: rest.message_msg_id };
}

/** The time goes on from its beginning in the direction of the list. */
function times(given: MsgGetMsgListParam, forward: boolean): Period {
  const begin = toPlace(given.msg_getmsglist_param_time_begin);
  const period = toPlace(given.msg_getmsglist_param_time_period);
  if (begin === 0) return {};
  if (forward) return { since: begin, ...(period === 0 ? {} : { until: begin + period }) };
  return { until: begin, ...(period === 0 ? {} : { since: Math.max(0, begin - period) }) };
}

function narrowest(a: Period, b: Period): Period {
  const since = Math.max(a.since ?? 0, b.since ?? 0);
  const until = Math.min(a.until ?? Infinity, b.until ?? Infinity);
  return { ...(since === 0 ? {} : { since }), ...(until === Infinity ? {} : { until }) };
}
