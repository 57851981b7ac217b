import {
  TIMError,
  type AccountReceiveOption,
  type OptionsResult,
  type Outcomes,
  type ReceiveOption,
  type Target,
} from '@tim-node/protocol';
import type { Settle } from '../../../connection/requests.js';
import { refused } from '../answers.js';
import type { V2TimCallback, V2TimValueCallback } from '../callbacks.js';
import type { ReceiveMsgOptEnum } from '../models.js';
import type { V2TimReceiveMessageOptInfo } from '../models-message.js';
import { MessageMarking } from './marking.js';

/** Users whose option one call sets. */
const MOST_USERS = 30;
const MOST_OPTION = 3;
const HOUR = 3600;
const MINUTE = 60;

/** Which messages are received, and which disturb. */
export abstract class MessageOptions extends MessageMarking {
  /** Says whether the messages of users are received, and whether they disturb. */
  setC2CReceiveMessageOpt(options: { userIDList: string[]; opt: ReceiveMsgOptEnum }): Promise<V2TimCallback> {
    const { userIDList, opt } = options;
    return this.setOption(() => {
      const targets = usersIn(userIDList);
      if (targets.length > MOST_USERS) throw refused(`userIDList has more than ${MOST_USERS} users`);
      return targets;
    }, opt);
  }

  /** The same for a group. */
  setGroupReceiveMessageOpt(options: { groupID: string; opt: ReceiveMsgOptEnum }): Promise<V2TimCallback> {
    return this.setOption(() => [{ type: 'group', id: options.groupID }], options.opt);
  }

  private setOption(targetsOf: () => Target[], opt: number): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      const option = optionOf(opt);
      this.refusals.set(targetsOf(), option, (result) => {
        settle('value' in result ? (failureIn(result.value) ?? result) : result);
      });
    });
  }

  /** How the messages of users are received. */
  getC2CReceiveMessageOpt(options: {
    userIDList: string[];
  }): Promise<V2TimValueCallback<V2TimReceiveMessageOptInfo[]>> {
    return this.asker.value(
      (settle: Settle<OptionsResult>) => {
        this.engine.call('conv.option.get', { targets: usersIn(options.userIDList) }, settle);
      },
      (result) => result.options.map(({ target, option }) => ({ userID: target.id, c2CReceiveMessageOpt: option })),
    );
  }

  /** Quiet hours of the account, every day from a time on. */
  setAllReceiveMessageOpt(options: {
    opt: number;
    startHour: number;
    startMinute: number;
    startSecond: number;
    /** Seconds. */
    duration: number;
  }): Promise<V2TimCallback> {
    const { opt, startHour: hour, startMinute: minute, startSecond: second, duration } = options;
    return this.setAccountOption(() => {
      const fits = isBelow(hour, 24) && isBelow(minute, MINUTE) && isBelow(second, MINUTE);
      if (!fits) throw refused('not a time of day');
      return { option: optionOf(opt), daily: hour * HOUR + minute * MINUTE + second, duration };
    });
  }

  /** Quiet hours of the account, once, from a moment on. */
  setAllReceiveMessageOptWithTimestamp(options: {
    opt: number;
    /** Unix seconds. */
    startTimeStamp: number;
    /** Seconds. */
    duration: number;
  }): Promise<V2TimCallback> {
    const { opt, startTimeStamp: from, duration } = options;
    return this.setAccountOption(() => ({ option: optionOf(opt), from, duration }));
  }

  private setAccountOption(make: () => AccountReceiveOption): Promise<V2TimCallback> {
    return this.asker.done((settle) => {
      const option = make();
      const numbers = [option.from ?? 0, option.duration];
      if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) throw refused('not a time');
      this.engine.call('conv.option.account.set', option, settle);
    });
  }

  /** The quiet hours of the account. */
  getAllReceiveMessageOpt(): Promise<V2TimValueCallback<V2TimReceiveMessageOptInfo>> {
    return this.asker.value(
      (settle: Settle<AccountReceiveOption>) => this.engine.call('conv.option.account.get', {}, settle),
      accountOptionOf,
    );
  }
}

/** The quiet hours as this style shows them. */
export function accountOptionOf({
  option,
  daily = 0,
  from = 0,
  duration,
}: AccountReceiveOption): V2TimReceiveMessageOptInfo {
  return {
    allReceiveMessageOpt: option,
    startHour: Math.floor(daily / HOUR),
    startMinute: Math.floor((daily % HOUR) / MINUTE),
    startSecond: daily % MINUTE,
    startTimeStamp: from,
    duration,
  };
}

function optionOf(opt: number): ReceiveOption {
  if (!Number.isInteger(opt) || opt < 0 || opt > MOST_OPTION) throw refused('opt is no ReceiveMsgOptEnum');
  return opt as ReceiveOption;
}

function usersIn(ids: readonly string[]): Target[] {
  if (!Array.isArray(ids) || ids.length === 0) throw refused('userIDList is empty');
  return ids.map((id: string) => ({ type: 'c2c', id }));
}

/** What one code can tell of several outcomes. */
function failureIn({ results }: Outcomes): { error: TIMError } | undefined {
  const failed = results.find(({ code }) => code !== 0);
  return failed === undefined ? undefined : { error: new TIMError(failed.code, failed.desc) };
}

function isBelow(number: number, limit: number): boolean {
  return Number.isInteger(number) && number >= 0 && number < limit;
}
