import {
  isRecord,
  type AccountReceiveOption,
  type Outcomes,
  type ReceiveOption,
  type Target,
} from '@tim-node/protocol';
import { answer, type Calls } from '../calls.js';
import { check } from '../check.js';
import { REMIND_TYPES, remindTypeOf } from '../content/remind.js';
import type { SetAllReceiveMessageOptions, SetMessageRemindTypeOptions } from '../generated/structs.js';
import type { AllReceiveMessageOpt } from '../shapes/conversation.js';

const DAY = 24 * 3600;

/** How new messages are announced. */
export function remindRows(calls: Calls) {
  return { ...ofConversations(calls), ...ofAccount(calls) };
}

function ofConversations(calls: Calls) {
  const { client } = calls;
  return {
    /** Sets how new messages of a group, or of users, are announced. */
    setMessageRemindType: calls.promise(
      'setMessageRemindType',
      (options: SetMessageRemindTypeOptions) => {
        check(isRecord(options), 'setMessageRemindType: options must be an object');
        const { groupID, userIDList, messageRemindType } = options;
        const option = optionOf('setMessageRemindType', messageRemindType);
        const isGroup = typeof groupID === 'string' && groupID !== '';
        const areUsers = Array.isArray(userIDList) && userIDList.length > 0 && userIDList.every(isText);
        check(isGroup || areUsers, 'setMessageRemindType: there must be a groupID or a userIDList');
        const group: Target[] = isGroup ? [{ type: 'group', id: groupID }] : [];
        const users = areUsers ? userIDList.map((id): Target => ({ type: 'c2c', id })) : [];
        return { option, targets: isGroup ? group : users };
      },
      async ({ targets, option }) => {
        const { results } = await answer<Outcomes>((settle) => client.desk.refusals.set(targets, option, settle));
        return {
          successUserIDList: results.filter(({ code }) => code === 0).map(({ target }) => target.id),
          failureUserIDList: results
            .filter(({ code }) => code !== 0)
            .map(({ target, code, desc }) => ({ userID: target.id, code, message: desc })),
        };
      },
    ),
  };
}

function ofAccount(calls: Calls) {
  const { client } = calls;
  return {
    /** Sets quiet hours for all conversations: from a time of the day, for `duration` seconds. */
    setAllReceiveMessageOpt: calls.promise(
      'setAllReceiveMessageOpt',
      (options: SetAllReceiveMessageOptions) => {
        check(isRecord(options), 'setAllReceiveMessageOpt: options must be an object');
        return quietHours(options, client.engine.host.clock.now());
      },
      async (option) => {
        await answer((settle) => client.engine.call('conv.option.account.set', option, settle));
        return {};
      },
    ),
    /** Reads the quiet hours. */
    getAllReceiveMessageOpt: calls.promise(
      'getAllReceiveMessageOpt',
      () => undefined,
      async () => {
        const option = await answer<AccountReceiveOption>((settle) =>
          client.engine.call('conv.option.account.get', {}, settle),
        );
        return allReceiveOptOf(option, client.engine.host.clock.now());
      },
    ),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function optionOf(api: string, type: unknown): ReceiveOption {
  const option = REMIND_TYPES.findIndex((each) => each === type);
  check(option >= 0, `${api}: messageRemindType must be one of TYPES.MSG_REMIND_*`);
  return option as ReceiveOption;
}

/** `now` in milliseconds. */
function quietHours(options: SetAllReceiveMessageOptions, now: number): AccountReceiveOption {
  const { messageRemindType = REMIND_TYPES[2], startHour = 0, startMinute = 0, startSecond = 0 } = options;
  const { duration = 0, isRepeated = true } = options;
  const second = (startHour * 60 + startMinute) * 60 + startSecond;
  const isTime = Number.isInteger(second) && second >= 0 && second < DAY;
  check(isTime, 'setAllReceiveMessageOpt: there is no such time of the day');
  check(Number.isInteger(duration) && duration >= 0, 'setAllReceiveMessageOpt: duration must be seconds');
  const option = optionOf('setAllReceiveMessageOpt', messageRemindType);
  return isRepeated ? { option, daily: second, duration } : { option, from: dayStart(now) + second, duration };
}

/** Midnight of a day by the local calendar; unix seconds. */
function dayStart(now: number): number {
  return Math.floor(new Date(now).setHours(0, 0, 0, 0) / 1000);
}

/** The quiet hours of today, where they come every day. */
export function allReceiveOptOf(
  { option, daily, from, duration }: AccountReceiveOption,
  now: number,
): AllReceiveMessageOpt {
  const start = daily === undefined ? (from ?? 0) : dayStart(now) + daily;
  const isSet = duration > 0;
  return {
    messageRemindType: remindTypeOf(option),
    startTime: isSet ? start : 0,
    endTime: isSet ? start + duration : 0,
    isRepeated: daily !== undefined,
  };
}
