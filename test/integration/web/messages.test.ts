import TencentCloudChat, { IMError } from 'tim-node/web';
import { App, textMessage } from '../native/app.js';
import { failure, Person } from './person.js';
import { World } from './world.js';

const { TYPES } = TencentCloudChat;
const TO_BOB = { to: 'bob', conversationType: TYPES.CONV_C2C };

describe('Web messages', () => {
  let world: World;
  const apps: App[] = [];

  beforeEach(async () => {
    world = await World.start({ settings: { instances: { Web: 2 } } });
  });

  afterEach(async () => {
    for (const app of apps.splice(0)) app.client.TIMUninit();
    await world.end();
  });

  async function app(userId: string): Promise<App> {
    const one = new App(world.server.sdkAppId, { sdk_config_server_url: world.server.url });
    apps.push(one);
    expect(await one.login(userId, world.server.genUserSig(userId))).toBe(0);
    return one;
  }

  test('a text as its sender, its receiver and the other instance of the sender see it', async () => {
    const alice = await Person.at(world, 'alice');
    const other = await Person.at(world, 'alice');
    const bob = await Person.at(world, 'bob');
    const payload = { text: 'hello, 世界 👋' };
    const message = alice.chat.createTextMessage({ ...TO_BOB, payload, cloudCustomData: '{"a":1}' });
    expect(message).toMatchObject({
      ID: `alice-${message.clientTime}-${message.random}`,
      type: TYPES.MSG_TEXT,
      payload,
      conversationID: 'C2Cbob',
      conversationType: TYPES.CONV_C2C,
      from: 'alice',
      to: 'bob',
      flow: 'out',
      status: 'unSend',
      priority: TYPES.MSG_PRIORITY_NORMAL,
    });
    await alice.send(message);
    expect(message).toMatchObject({ status: 'success', sequence: 1, isPeerRead: false, isRevoked: false });
    await bob.untilReceived(1);
    const [arrived] = bob.received;
    expect(Object.keys(arrived ?? {}).toSorted()).toEqual(Object.keys(message).toSorted());
    expect(arrived).toEqual({ ...message, conversationID: 'C2Calice', flow: 'in', isRead: false });
    await other.untilReceived(1);
    expect(other.received).toEqual([message]);
    expect(alice.received).toEqual([]);
  });

  test('findMessage gives the object that the app has', async () => {
    const [alice, bob] = [await Person.at(world, 'alice'), await Person.at(world, 'bob')];
    const message = await alice.say('bob', 'one');
    await bob.untilReceived(1);
    expect(alice.chat.findMessage(message.ID)).toBe(message);
    expect(bob.chat.findMessage(message.ID)).toBe(bob.received[0]);
    expect(bob.chat.findMessage('alice-1-1')).toBe(null);
    await bob.chat.logout();
    await world.login(bob.chat, 'bob');
    expect(bob.chat.findMessage(message.ID)).toBe(null);
  });

  test('custom data, faces, places and forwarded ones arrive as they were made', async () => {
    const [alice, bob] = [await Person.at(world, 'alice'), await Person.at(world, 'bob')];
    const { chat } = alice;
    const custom = chat.createCustomMessage({ ...TO_BOB, payload: { data: '{"hp":1}', extension: 'e' } });
    const face = chat.createFaceMessage({ ...TO_BOB, payload: { index: 3, data: 'tt03' } });
    const place = { description: 'Shenzhen', longitude: 114.05956, latitude: 22.54286 };
    const location = chat.createLocationMessage({ ...TO_BOB, payload: place });
    const forward = chat.createForwardMessage({ ...TO_BOB, payload: location });
    for (const each of [custom, face, location, forward]) await alice.send(each);
    await bob.untilReceived(4);
    expect(bob.received.map(({ type, payload }) => [type, payload])).toEqual([
      [TYPES.MSG_CUSTOM, { data: '{"hp":1}', description: '', extension: 'e' }],
      [TYPES.MSG_FACE, { index: 3, data: 'tt03' }],
      [TYPES.MSG_LOCATION, place],
      [TYPES.MSG_LOCATION, place],
    ]);
    expect(forward.ID).not.toBe(location.ID);
    expect(forward.payload).not.toBe(location.payload);
  });

  test('what the app does to an object of its own is its own affair', async () => {
    const [alice, bob] = [await Person.at(world, 'alice'), await Person.at(world, 'bob')];
    const message = alice.chat.createTextMessage({ ...TO_BOB, payload: { text: 'first thought' } });
    message.payload.text = 'second thought';
    await alice.send(message);
    await bob.untilReceived(1);
    expect(bob.texts).toEqual(['second thought']);
    for (const key of Object.keys(message)) Reflect.deleteProperty(message, key);
    await alice.say('bob', 'all is well');
    await bob.untilReceived(2);
    expect(bob.texts[1]).toBe('all is well');
  });

  test('the C style and the Web style see the same message', async () => {
    const [alice, bob] = [await app('alice'), await Person.at(world, 'bob')];
    const elements = [
      { elem_type: 0, text_elem_content: 'from C' },
      { elem_type: 0, text_elem_content: 'in two parts' },
    ];
    const given = JSON.stringify({ message_elem_array: elements, message_cloud_custom_str: 'c' });
    const { json } = await alice.ask((client, cb) => client.TIMMsgSendMessage('bob', 1, given, null, cb));
    await bob.untilReceived(1);
    const [message] = bob.received;
    expect(message).toMatchObject({
      ID: (json as { message_msg_id: string }).message_msg_id,
      payload: { text: 'from C' },
      cloudCustomData: 'c',
      conversationID: 'C2Calice',
    });
    expect(message?._elements.map(({ content }) => content)).toEqual([{ text: 'from C' }, { text: 'in two parts' }]);
    const back = await bob.say('alice', 'from the Web');
    await alice.untilReceived(1);
    expect(alice.received[0]).toMatchObject({
      message_msg_id: back.ID,
      message_seq: back.sequence,
      message_server_time: back.time,
      message_elem_array: textMessage('from the Web').message_elem_array,
    });
  });

  test('failures: the message says so, and the error tells which it was', async () => {
    const alice = await Person.at(world, 'alice');
    const { chat } = alice;
    const long = chat.createTextMessage({ ...TO_BOB, payload: { text: 'x'.repeat(13_000) } });
    const error = await failure(chat.sendMessage(long));
    expect([error.code, error.data.message, long.status]).toEqual([8001, long, 'fail']);
    long.payload.text = 'short';
    const nobody = await failure(chat.sendMessage(long));
    expect([nobody.code, long.status]).toEqual([20003, 'fail']);
    const bob = await Person.at(world, 'bob');
    const { data } = await chat.resendMessage(long);
    expect(data.message).toBe(long);
    expect([long.status, long.isResend, long.sequence]).toEqual(['success', true, 1]);
    await bob.untilReceived(1);
    expect(bob.texts).toEqual(['short']);
    const foreign = await failure(chat.sendMessage(structuredClone(long)));
    expect(foreign.code).toBe(2105);
  });

  test('a message whose answer was lost is sent again and stored once', async () => {
    const [alice, bob] = [await Person.at(world, 'alice'), await Person.at(world, 'bob', true)];
    const message = alice.chat.createTextMessage({ ...TO_BOB, payload: { text: 'once' } });
    await alice.send(message);
    const again = await alice.chat.resendMessage(message);
    expect(again.data.message.sequence).toBe(1);
    await alice.say('bob', 'after it');
    await bob.untilReceived(2);
    expect(bob.texts).toEqual(['once', 'after it']);
  });

  test('arguments of the wrong shape are refused inside the call', async () => {
    const { chat } = await Person.at(world, 'alice');
    const make = chat.createTextMessage as (options: unknown) => unknown;
    const wrong = [
      undefined,
      {},
      { ...TO_BOB },
      { ...TO_BOB, payload: {} },
      { ...TO_BOB, payload: { text: '' } },
      { ...TO_BOB, to: '', payload: { text: 'x' } },
      { ...TO_BOB, conversationType: '@TIM#SYSTEM', payload: { text: 'x' } },
    ];
    for (const options of wrong) {
      let error: unknown;
      try {
        make(options);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(IMError);
      expect((error as IMError).code).toBe(2905);
    }
    expect(() => chat.createFaceMessage({ ...TO_BOB, payload: { index: NaN, data: '' } })).toThrow(/index/);
    expect(() => chat.createCustomMessage({ ...TO_BOB, payload: {} })).toThrow(/data/);
    expect(() => (chat.sendMessage as (message: unknown) => unknown)(null)).toThrow(/^Params validate failed\./);
  });
});
