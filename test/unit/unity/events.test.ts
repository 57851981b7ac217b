import { fire, unityWorld } from './world.js';

const REVOKED = '[{"message_locator_conv_id":"bob"}]';

describe('handlers of events', () => {
  test('add up, those for data first, and each gets the same', () => {
    const { unity, client } = unityWorld();
    const seen: unknown[] = [];
    const first = (data: unknown): void => void seen.push(['first', data]);
    unity.SetMsgRevokeCallback(null, (json) => seen.push(['text', json]));
    unity.SetMsgRevokeCallback(first);
    unity.SetMsgRevokeCallback(first, (json) => seen.push(['text 2', json]));
    fire(client, 'TIMSetMsgRevokeCallback', REVOKED);
    const data = [{ message_locator_conv_id: 'bob' }];
    expect(seen).toEqual([
      ['first', data],
      ['first', data],
      ['text', REVOKED],
      ['text 2', REVOKED],
    ]);
  });

  test('are removed one by one, the last of equal ones first, or all at once', () => {
    const { unity, client } = unityWorld();
    const seen: string[] = [];
    const one = (): void => void seen.push('one');
    const two = (): void => void seen.push('two');
    const text = (): void => void seen.push('text');
    const heard = (): string[] => {
      seen.length = 0;
      fire(client, 'TIMSetMsgRevokeCallback', REVOKED);
      return [...seen];
    };
    unity.SetMsgRevokeCallback(one);
    unity.SetMsgRevokeCallback(two, text);
    unity.SetMsgRevokeCallback(one);
    expect(heard()).toEqual(['one', 'two', 'one', 'text']);
    unity.RemoveMsgRevokeCallback(one);
    expect(heard()).toEqual(['one', 'two', 'text']);
    unity.RemoveMsgRevokeCallback(() => undefined);
    unity.RemoveMsgRevokeCallback(null, text);
    expect(heard()).toEqual(['one', 'two']);
    unity.RemoveMsgRevokeCallback();
    expect(heard()).toEqual([]);
    unity.SetMsgRevokeCallback(one);
    unity.SetMsgRevokeCallback(null);
    expect(heard()).toEqual([]);
    unity.RemoveMsgRevokeCallback(one);
    unity.SetMsgRevokeCallback(two);
    expect(heard()).toEqual(['two']);
  });

  test('what is no function counts for nothing', () => {
    const { unity, client } = unityWorld();
    const seen: unknown[] = [];
    unity.SetKickedOfflineCallback((userData) => seen.push(userData));
    for (const wrong of ['handler', 7, {}]) {
      unity.SetMsgRevokeCallback(wrong as never, wrong as never);
      fire(client, 'TIMSetMsgRevokeCallback', REVOKED);
    }
    // An event without JSON has one kind of handler: a second argument is not looked at.
    (unity.SetKickedOfflineCallback as (...all: unknown[]) => void)(undefined, () => seen.push('second'));
    fire(client, 'TIMSetKickedOfflineCallback');
    expect(seen).toEqual([]);
  });

  test('one that throws does not keep the others from being told', () => {
    const { unity, client } = unityWorld();
    const left: (() => void)[] = [];
    jest.spyOn(globalThis, 'queueMicrotask').mockImplementation((run) => left.push(run));
    const seen: unknown[] = [];
    unity.SetMsgRevokeCallback(() => {
      throw new Error('mine');
    });
    unity.SetMsgRevokeCallback((data) => seen.push(data.length));
    fire(client, 'TIMSetMsgRevokeCallback', REVOKED);
    expect(seen).toEqual([1]);
    expect(left).toHaveLength(1);
    expect(left[0]).toThrow('mine');
  });

  test('one that adds and removes others while it runs changes only the next time', () => {
    const { unity, client } = unityWorld();
    const seen: string[] = [];
    const later = (): void => void seen.push('later');
    const first = (): void => {
      seen.push('first');
      unity.RemoveMsgRevokeCallback(second);
      unity.SetMsgRevokeCallback(later);
    };
    const second = (): void => void seen.push('second');
    unity.SetMsgRevokeCallback(first);
    unity.SetMsgRevokeCallback(second);
    fire(client, 'TIMSetMsgRevokeCallback', REVOKED);
    expect(seen).toEqual(['first', 'second']);
    fire(client, 'TIMSetMsgRevokeCallback', REVOKED);
    expect(seen).toEqual(['first', 'second', 'first', 'later']);
  });

  test('of the C style on the same client: messages reach both, and stay when the Unity ones go', () => {
    const { unity, client } = unityWorld();
    const seen: string[] = [];
    client.TIMAddRecvNewMsgCallback(() => seen.push('c'));
    client.TIMSetMsgRevokeCallback(() => seen.push('c revoke'));
    unity.AddRecvNewMsgCallback(() => seen.push('unity'));
    fire(client, 'TIMAddRecvNewMsgCallback', '[]');
    expect(seen.splice(0)).toEqual(['c', 'unity']);
    unity.RemoveRecvNewMsgCallback();
    unity.RemoveMsgRevokeCallback();
    fire(client, 'TIMAddRecvNewMsgCallback', '[]');
    fire(client, 'TIMSetMsgRevokeCallback', '[]');
    expect(seen).toEqual(['c', 'c revoke']);
  });
});
