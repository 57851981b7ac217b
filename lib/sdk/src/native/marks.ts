import { LIMITS, timError, type ReactionParams } from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import { toDomainExtension, toExtension, toExtensionResult, toFace, toPinned, toReaction } from './codec/marks.js';
import { strings } from './codec/scalars.js';
import type {
  Message,
  MessageExtension,
  MessageExtensionResult,
  MessageReactionResult,
  MessageReactionUserResult,
} from './generated/structs.js';
import { answerDone, answerWith, attempt, placeOf, placesOf } from './located.js';
import { items } from './params.js';
import type { Reply } from './row.js';
import { showMessage } from './shown.js';

/* What the functions on extensions, reactions and pins do. */

export function setExtensions(
  { marks }: ClientCore,
  [given, extensions]: readonly [Message, MessageExtension[]],
  reply: Reply<MessageExtensionResult[]>,
): void {
  attempt(reply, () => {
    const set = items(extensions).map((each) => toDomainExtension(each as MessageExtension));
    marks.setExtensions(
      { ...placeOf(given), set },
      answerWith(reply, ({ results }) => results.map(toExtensionResult)),
    );
  });
}

export function getExtensions(
  { marks }: ClientCore,
  [given]: readonly [Message],
  reply: Reply<MessageExtension[]>,
): void {
  attempt(reply, () => {
    marks.getExtensions(
      placeOf(given),
      answerWith(reply, ({ extensions }) => extensions.map(toExtension)),
    );
  });
}

export function deleteExtensions(
  { marks }: ClientCore,
  [given, keys]: readonly [Message, string[]],
  reply: Reply<MessageExtensionResult[]>,
): void {
  attempt(reply, () => {
    marks.deleteExtensions(
      { ...placeOf(given), keys: strings(keys) },
      answerWith(reply, ({ results }) => results.map(toExtensionResult)),
    );
  });
}

export function changeReaction(
  { marks }: ClientCore,
  [given, reaction]: readonly [Message, string],
  on: boolean,
  reply: Reply<void>,
): void {
  attempt(reply, () => {
    const params: ReactionParams = { ...placeOf(given), reaction };
    if (on) marks.addReaction(params, answerDone(reply));
    else marks.removeReaction(params, answerDone(reply));
  });
}

/** More users than these are fetched page by page. */
const MOST_USERS = 10;
const MISSING = timError('messageUnknown');

export function getReactions(
  { marks }: ClientCore,
  [given, users]: readonly [Message[], number],
  reply: Reply<MessageReactionResult[]>,
): void {
  attempt(reply, () => {
    if (!isWhole(users, 0, MOST_USERS)) throw timError('invalidParameters', 'the number of users is 0 to 10');
    const { messages, target, seqs } = placesOf(given);
    const settle = answerWith(reply, ({ results }: { results: { seq: number; reactions: Reactions }[] }) => {
      const found = new Map(results.map(({ seq, reactions }) => [seq, reactions]));
      return messages.map((message) => toResult(message.message_msg_id, found.get(Number(message.message_seq))));
    });
    marks.getReactions({ target, seqs, users }, settle);
  });
}

type Reactions = Parameters<typeof toReaction>[0][];

/** A message that is not there, or cannot be seen, has an error of its own. */
function toResult(id: string, reactions: Reactions | undefined): Required<MessageReactionResult> {
  return {
    message_reaction_result_code: reactions === undefined ? MISSING.code : 0,
    message_reaction_result_info: reactions === undefined ? MISSING.desc : '',
    message_reaction_result_msg_id: id,
    message_reaction_result_reaction_list: (reactions ?? []).map(toReaction),
  };
}

export function listReactors(
  { marks }: ClientCore,
  [given, reaction, skip, count]: readonly [Message, string, number, number],
  reply: Reply<MessageReactionUserResult>,
): void {
  attempt(reply, () => {
    if (!isWhole(skip, 0, Number.MAX_SAFE_INTEGER))
      throw timError('invalidParameters', 'next_seq is a place in the list');
    if (!isWhole(count, 1, LIMITS.usersPage)) throw timError('invalidParameters', 'count is 1 to 100');
    marks.listReactors(
      { ...placeOf(given), reaction, skip, limit: count },
      answerWith(reply, ({ users, finished }) => ({
        message_reaction_user_result_is_finished: finished,
        message_reaction_user_result_next_seq: finished ? 0 : skip + users.length,
        message_reaction_user_result_user_info_array: users.map(toFace),
      })),
    );
  });
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

export function pinMessage(
  { marks }: ClientCore,
  [groupId, given, pinned]: readonly [string, Message, boolean],
  reply: Reply<void>,
): void {
  attempt(reply, () => {
    const { target, seq } = placeOf(given);
    if (target.type !== 'group' || target.id !== groupId) {
      throw timError('invalidParameters', 'the message is not of this group');
    }
    marks.pin({ groupId, seq, pinned }, answerDone(reply));
  });
}

export function listPinned(client: ClientCore, groupId: string, reply: Reply<Message[]>): void {
  client.marks.listPinned(
    groupId,
    answerWith(reply, ({ messages }) =>
      messages.map((pinned) => toPinned(pinned, showMessage(client, pinned.message))),
    ),
  );
}
