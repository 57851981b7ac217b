import TencentCloudChat, { IMError, type Chat, type Message } from 'tim-node/web';
import { eventually, within } from './diary.js';
import type { World } from './world.js';

const { EVENT } = TencentCloudChat;

/** Somebody who is logged in: a chat, and what it was told. */
export class Person {
  readonly received: Message[] = [];
  /** Every event about messages and conversations, by its name. */
  readonly events: { readonly name: string; readonly data: unknown }[] = [];

  private constructor(
    readonly chat: Chat,
    readonly userID: string,
  ) {
    chat.on(EVENT.MESSAGE_RECEIVED, ({ data }) => this.received.push(...data));
    for (const name of Object.values(EVENT)) {
      chat.on(name, ({ data }: { data: unknown }) => this.events.push({ name, data: structuredClone(data) }));
    }
  }

  static async at(world: World, userID: string, straight = false): Promise<Person> {
    const person = new Person(world.chat(`${userID} `, straight), userID);
    await world.login(person.chat, userID);
    return person;
  }

  /** Sends a text to a user or a group and gives the message as it then is. */
  async say(to: string, text: string, conversationType: 'C2C' | 'GROUP' = 'C2C'): Promise<Message> {
    return this.send(this.chat.createTextMessage({ to, conversationType, payload: { text } }));
  }

  async send(message: Message, options?: Parameters<Chat['sendMessage']>[1]): Promise<Message> {
    const { data } = await within(this.chat.sendMessage(message, options), `sending of ${this.userID}`);
    expect(data.message).toBe(message);
    return message;
  }

  get texts(): unknown[] {
    return this.received.map(({ payload }) => ('text' in payload ? payload.text : payload));
  }

  async untilReceived(count: number): Promise<void> {
    await eventually(() => this.received.length >= count, `${count} messages for ${this.userID}`);
  }

  /** What the events of a name have carried. */
  told(name: string): unknown[] {
    return this.events.filter((each) => each.name === name).map(({ data }) => data);
  }

  async untilTold(name: string, count = 1): Promise<void> {
    await eventually(() => this.told(name).length >= count, `${count} times ${name} for ${this.userID}`);
  }
}

/** The IMError that a promise is rejected with. */
export async function failure(promise: Promise<unknown>): Promise<IMError> {
  const outcome = await within(
    promise.then(
      () => undefined,
      (error: unknown) => error,
    ),
    'a failure',
  );
  expect(outcome).toBeInstanceOf(IMError);
  return outcome as IMError;
}
