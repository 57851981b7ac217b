/**
 * A chat in the terminal: conversations with what is unread, groups, history.
 * `npm run build && node samples/dist/group-chat.js`
 *
 * Without an address a server is started here, for alice, bob and carol; `/as` changes between them. With --server,
 * --app, --user and --sig it is for one user of a server elsewhere. Works on a terminal, and on lines from a pipe.
 */
import { createInterface } from 'node:readline';
import { styleText } from 'node:util';
import {
  createClient,
  TIMConvEvent,
  TIMConvType,
  TIMElemType,
  TIMGroupType,
  type ConvInfo,
  type Message,
} from 'tim-node';
import { promisify } from 'tim-node/promises';
import { lineOf } from './message-text.js';
import { openPlace, type Place } from './place.js';
import { printable } from './printable.js';

const HELP = `/list                      conversations, and how much of them is unread
/open <group or user>      opens a conversation, and marks it as read
/history [count]           the last messages of the open conversation
/create <group> <user> ... makes a group with these users, and opens it
/as <user>                 goes on as somebody else
/quit                      ends the chat
Everything else is sent to the open conversation.`;
const HISTORY = 20;

/** What is shown. A line that is being typed stays below what comes in meanwhile. */
class Screen {
  private readonly isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  readonly lines = createInterface({ input: process.stdin, output: process.stdout, terminal: this.isTerminal });
  /** Lines are kept from the beginning, for those that come before the login is done. */
  readonly typed = this.lines[Symbol.asyncIterator]();

  private isClosed = false;

  constructor() {
    this.lines.once('close', () => (this.isClosed = true));
  }

  /** @param text may hold anything; each call is one line */
  show(text: string, style: 'reset' | 'gray' | 'green' | 'red' = 'reset'): void {
    const safe = printable(text);
    if (this.isTerminal) process.stdout.write('\r\u001b[K');
    console.log(process.stdout.isTTY ? styleText(style, safe) : safe);
    if (this.isTerminal && !this.isClosed) this.lines.prompt(true);
  }

  ask(prompt: string): void {
    if (!this.isTerminal || this.isClosed) return;
    this.lines.setPrompt(`${printable(prompt)}> `);
    this.lines.prompt(true);
  }
}

/** A conversation by its kind and id. */
interface Conversation {
  readonly id: string;
  readonly type: TIMConvType;
  readonly name: string;
}

const keyOf = ({ id, type }: Conversation): string => `${type === TIMConvType.kTIMConv_Group ? 'group' : 'c2c'}_${id}`;

function toConversation({ conv_id: id = '', conv_type: type, conv_show_name: name = '' }: ConvInfo): Conversation {
  return { id, type: type ?? TIMConvType.kTIMConv_C2C, name: name === '' ? id : name };
}

/** One who is logged in here. Only the one in front is shown, but all of them receive. */
class Person {
  readonly client = promisify(createClient());
  open: Conversation | undefined;
  isInFront = false;
  private readonly unread = new Map<string, number>();

  constructor(
    readonly userId: string,
    private readonly screen: Screen,
  ) {
    this.client.TIMAddRecvNewMsgCallback((json) => {
      for (const message of JSON.parse(json) as Message[]) this.receive(message);
    });
    this.client.TIMSetConvEventCallback((event, json) => {
      if (event === TIMConvEvent.kTIMConvEvent_Add || event === TIMConvEvent.kTIMConvEvent_Update) {
        for (const info of JSON.parse(json) as ConvInfo[]) this.note(info);
      }
    });
    const leave = (why: string): void => {
      screen.show(`${userId}: ${why}`, 'red');
      screen.lines.close();
    };
    this.client.TIMSetKickedOfflineCallback((_userData, { reason }) => leave(`kicked (${reason})`));
    this.client.TIMSetUserSigExpiredCallback(() => leave('the UserSig has ended'));
  }

  async login(place: Place): Promise<void> {
    this.client.TIMInit(place.sdkAppId, { sdk_config_server_url: place.url });
    await this.client.TIMLogin(this.userId, place.signFor(this.userId) ?? '');
  }

  private receive(message: Message): void {
    const { message_conv_id: id, message_conv_type: type } = message;
    if (!this.isInFront || this.open?.id !== id || this.open?.type !== type) return;
    this.screen.show(shown(message));
    this.read().catch((error: unknown) => this.screen.show(String(error), 'red'));
  }

  /** Tells of what has become unread elsewhere. */
  private note(info: ConvInfo): void {
    const conversation = toConversation(info);
    // The name of a group that is new here comes a moment later, with an event of its own.
    if (conversation.type === TIMConvType.kTIMConv_Group && conversation.name === conversation.id) return;
    const key = keyOf(conversation);
    const unread = Number(info.conv_unread_num);
    const before = this.unread.get(key) ?? 0;
    this.unread.set(key, unread);
    const isOpen = this.open !== undefined && keyOf(this.open) === key;
    if (this.isInFront && !isOpen && unread > before)
      this.screen.show(`+ ${conversation.name}: ${unread} unread`, 'green');
  }

  async list(): Promise<void> {
    const infos = await this.client.TIMConvGetConvList();
    if (infos.length === 0) this.screen.show('no conversations yet; /create makes a group, /open begins one', 'gray');
    for (const info of infos) {
      const { name } = toConversation(info);
      const unread = Number(info.conv_unread_num);
      const last = info.conv_last_msg === undefined ? '' : shown(info.conv_last_msg);
      this.screen.show(
        `${name.padEnd(16)} ${unread === 0 ? '        ' : `${unread} unread`}  ${last}`,
        unread > 0 ? 'green' : 'reset',
      );
    }
  }

  /** A conversation by its name or id; else one with the user of that id. */
  async enter(wanted: string): Promise<void> {
    if (wanted === '') throw new Error('open what?');
    const known = (await this.client.TIMConvGetConvList()).map(toConversation);
    const found = known.find(({ id, name }) => id === wanted || name === wanted);
    this.open = found ?? { id: wanted, type: TIMConvType.kTIMConv_C2C, name: wanted };
    await this.history(HISTORY);
    await this.read();
  }

  async history(count: number): Promise<void> {
    const { id, type, name } = this.here();
    const messages = await this.client.TIMMsgGetMsgList(id, type, { msg_getmsglist_param_count: count });
    this.screen.show(
      `-- ${name}: ${messages.length === 0 ? 'nothing was said yet' : `the last ${messages.length}`}`,
      'gray',
    );
    for (const message of messages.reverse()) this.screen.show(shown(message));
  }

  async create([name, ...users]: readonly string[]): Promise<void> {
    if (name === undefined) throw new Error('a group needs a name');
    const { create_group_result_groupid: id = '' } = await this.client.TIMGroupCreate({
      create_group_param_group_name: name,
      create_group_param_group_type: TIMGroupType.kTIMGroup_Private,
      create_group_param_group_member_array: users.map((user) => ({ group_member_info_identifier: user })),
    });
    this.open = { id, type: TIMConvType.kTIMConv_Group, name };
    this.screen.show(`-- ${name}: made, with ${users.join(', ')}`, 'gray');
  }

  async send(text: string): Promise<void> {
    const { id, type } = this.here();
    const sent = await this.client.TIMMsgSendMessage(id, type, {
      message_elem_array: [{ elem_type: TIMElemType.kTIMElem_Text, text_elem_content: text }],
      // Whoever is named as @user is told so.
      ...(type === TIMConvType.kTIMConv_Group
        ? { message_group_at_user_array: [...text.matchAll(/@([\w-]+)/g)].map(([, user = '']) => user) }
        : {}),
    });
    // On a terminal it can be seen already.
    if (!process.stdin.isTTY) this.screen.show(shown(sent));
  }

  private async read(): Promise<void> {
    await this.client.TIMConvCleanConversationUnreadMessageCount(keyOf(this.here()), 0, 0);
  }

  private here(): Conversation {
    if (this.open === undefined) throw new Error('no conversation is open; /open or /create one');
    return this.open;
  }
}

function shown(message: Message): string {
  const { message_sender: sender = '', message_sender_profile: profile, message_server_time: time = 0 } = message;
  const at = new Date(Number(time) * 1000).toTimeString().slice(0, 5);
  const name = profile?.user_profile_nick_name;
  return `${at} ${name === undefined || name === '' ? sender : name}: ${lineOf(message)}`;
}

const place = await openPlace('alice', 'bob', 'carol');
const screen = new Screen();
const people = new Map(place.users.map((userId) => [userId, new Person(userId, screen)]));

let me: Person;
async function goOnAs(userId: string): Promise<void> {
  const person = people.get(userId);
  if (person === undefined) throw new Error(`only ${[...people.keys()].join(', ')} are here`);
  for (const each of people.values()) each.isInFront = each === person;
  me = person;
  person.open = undefined;
  screen.show(`You are ${userId}. /help tells what can be done.`, 'gray');
  await person.list();
}

/** @returns false when this was the last one */
async function obey(line: string): Promise<boolean> {
  const [command = '', ...words] = line.trim().split(/\s+/);
  switch (command) {
    case '':
      break;
    case '/list':
      await me.list();
      break;
    case '/open':
      await me.enter(words.join(' '));
      break;
    case '/history':
      await me.history(Number(words[0] ?? HISTORY));
      break;
    case '/create':
      await me.create(words);
      break;
    case '/as':
      await goOnAs(words[0] ?? '');
      break;
    case '/help':
      for (const each of HELP.split('\n')) screen.show(each, 'gray');
      break;
    case '/quit':
      return false;
    default:
      if (command.startsWith('/')) throw new Error(`there is no ${command}; see /help`);
      await me.send(line);
  }
  return true;
}

const prompt = (): void => screen.ask(`${me.userId}${me.open === undefined ? '' : ` in ${me.open.name}`}`);

async function chat(): Promise<void> {
  for (const person of people.values()) await person.login(place);
  await goOnAs(place.users[0]);
  prompt();
  for await (const line of screen.typed) {
    const goesOn = await obey(line).catch((error: unknown) => {
      screen.show(error instanceof Error ? error.message : String(error), 'red');
      return true;
    });
    if (!goesOn) break;
    prompt();
  }
}

process.once('SIGINT', () => screen.lines.close());
try {
  await chat();
} catch (error) {
  console.error(printable(String(error)));
  process.exitCode = 1;
}
screen.lines.close();
for (const { client } of people.values()) client.TIMUninit();
await place.close();
