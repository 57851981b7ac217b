import {
  LIMITS,
  timError,
  type AccountReceiveOption,
  type ReceiveOption,
  type Target,
  type TIMError,
} from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import { toOptionInfo } from './codec/conversation.js';
import { firstFailure, replyTo } from './conversations.js';
import type { GetC2CRecvMsgOptResult, TIMReceiveMessageOptInfo } from './generated/structs.js';
import type { Reply } from './row.js';

/* Which messages are received, and which disturb. */

/** Users whose option one call sets. */
const MOST_USERS = 30;
const MOST_OPTION = 3;

function isOption(option: number): option is ReceiveOption {
  return Number.isInteger(option) && option >= 0 && option <= MOST_OPTION;
}

function invalid(what: string): { readonly error: TIMError } {
  return { error: timError('invalidParameters', what) };
}

const BAD_OPTION = 'opt is no TIMReceiveMessageOpt';

export function setOptions(client: ClientCore, targets: Target[], option: number, reply: Reply<void>): void {
  if (!isOption(option)) {
    reply(invalid(BAD_OPTION));
    return;
  }
  client.refusals.set(targets, option, (outcome) => {
    if ('error' in outcome) reply({ error: outcome.error });
    else reply(firstFailure(outcome.value) ?? {});
  });
}

export function setUserOptions(
  client: ClientCore,
  users: readonly unknown[],
  option: number,
  reply: Reply<void>,
): void {
  const targets = usersAmong(users);
  if (targets === undefined || targets.length > MOST_USERS) reply(invalid(BAD_USERS));
  else setOptions(client, targets, option, reply);
}

const BAD_USERS = `json_identifier_array holds UserIDs, at most ${MOST_USERS}`;

function usersAmong(users: readonly unknown[]): Target[] | undefined {
  const names = users.filter((user) => typeof user === 'string' && user !== '') as string[];
  return names.length === users.length ? names.map((id) => ({ type: 'c2c', id })) : undefined;
}

export function getUserOptions(
  client: ClientCore,
  users: readonly unknown[],
  reply: Reply<GetC2CRecvMsgOptResult[]>,
): void {
  const targets = usersAmong(users);
  if (targets === undefined || targets.length > LIMITS.conversationsPerRequest) {
    reply(invalid('json_identifier_array holds UserIDs, at most 100'));
    return;
  }
  client.engine.call('conv.option.get', { targets }, (outcome) => {
    if ('error' in outcome) reply({ error: outcome.error });
    else reply({ json: outcome.value.options.map(toResult) });
  });
}

function toResult({
  target,
  option,
}: {
  readonly target: Target;
  readonly option: ReceiveOption;
}): Required<GetC2CRecvMsgOptResult> {
  return { msg_recv_msg_opt_result_identifier: target.id, msg_recv_msg_opt_result_opt: option };
}

type Loose = Omit<AccountReceiveOption, 'option'> & { readonly option: number };

export function setAccountOption(client: ClientCore, given: Loose, reply: Reply<void>): void {
  const { option, daily, from, duration } = given;
  const numbers = [daily ?? 0, from ?? 0, duration];
  if (!isOption(option)) reply(invalid(BAD_OPTION));
  else if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) reply(invalid('not a time'));
  else client.engine.call('conv.option.account.set', { ...given, option }, replyTo(reply));
}

const HOUR = 3600;
const MINUTE = 60;

export function setDaily(
  client: ClientCore,
  option: number,
  [hour, minute, second]: readonly [number, number, number],
  duration: number,
  reply: Reply<void>,
): void {
  const fits = isBelow(hour, 24) && isBelow(minute, MINUTE) && isBelow(second, MINUTE);
  const daily = hour * HOUR + minute * MINUTE + second;
  if (fits) setAccountOption(client, { option, daily, duration }, reply);
  else reply(invalid('not a time of day'));
}

function isBelow(number: number, limit: number): boolean {
  return Number.isInteger(number) && number >= 0 && number < limit;
}

export function getAccountOption(client: ClientCore, reply: Reply<TIMReceiveMessageOptInfo>): void {
  client.engine.call('conv.option.account.get', {}, (outcome) => {
    if ('error' in outcome) reply({ error: outcome.error });
    else reply({ json: toOptionInfo(outcome.value) });
  });
}
