import { fastNow, passTime } from '../../support/fast-time.js';
import type { ChatStory } from './chat-story.js';
import { textOf, type Chat, type Device, type Shown } from './device.js';
import { chatKey, type Deed, type Sent } from './ledger.js';
import { isRevoked } from './view.js';

type Act = (story: ChatStory, device: Device) => void | Promise<void>;

/** What may happen to a device, and how likely it is among all. */
export const DEEDS: Readonly<Record<string, { readonly weight: number; readonly act: Act }>> = {
  send: { weight: 40, act: send },
  whisper: { weight: 2, act: whisper },
  modify: { weight: 9, act: modify },
  revoke: { weight: 6, act: revoke },
  remove: { weight: 4, act: remove },
  clear: { weight: 1, act: clear },
  deleteConversation: { weight: 1, act: deleteConversation },
  read: { weight: 10, act: (story, device) => void device.read(story.chatOf(device)) },
  comeIn: { weight: 5, act: comeIn },
  leave: { weight: 2, act: leave },
  pin: { weight: 3, act: (story, device) => void device.pin(story.chatOf(device), story.random.chance(0.7)) },
  switchAccount: { weight: 3, act: (story, device) => story.switchAccount(device) },
  killClient: { weight: 5, act: (_story, device) => device.kill() },
  freezeClient: { weight: 2, act: (_story, { machine }) => machine.freeze() },
  drop: { weight: 8, act: (_story, { proxy }) => proxy.drop() },
  halfClose: { weight: 2, act: (_story, { proxy }) => proxy.halfClose() },
  garbage: { weight: 2, act: (_story, { proxy }) => proxy.garbage() },
  freezeNetwork: { weight: 3, act: ({ random }, { proxy }) => (random.chance(0.5) ? proxy.freeze() : proxy.thaw()) },
  delay: { weight: 3, act: ({ random }, { proxy }) => proxy.delay(random.chance(0.5) ? random.int(1, 40) : 0) },
  refuse: { weight: 3, act: ({ random }, { proxy }) => (random.chance(0.5) ? proxy.refuse() : proxy.accept()) },
  move: { weight: 4, act: (story, device) => story.move(device) },
  cutOff: { weight: 1, act: ({ world, random }) => world.cutOff(random.chance(0.5) ? 'database' : 'bus') },
  crash: { weight: 6, act: crash },
  restart: { weight: 2, act: (story, device) => story.interrupt('restart', device.node) },
};

function send(story: ChatStory, device: Device): void {
  const chat = story.chatOf(device);
  for (let count = story.random.int(1, 4); count > 0; count -= 1) void sendText(story, device, chat);
}

async function sendText(story: ChatStory, device: Device, chat: Chat): Promise<void> {
  const sent = story.ledger.send(device.user, chatKey(device.user, chat), story.newText(device));
  const { code, json } = await device.send(chat, sent.text);
  sent.code = code;
  story.checkRefusal(code, chat);
  if (code !== 0) return;
  sent.seq = (json as Shown).message_seq;
  sent.endedAt = fastNow();
}

/** In the moment in which a message is acknowledged: it must be there afterwards. */
async function crash(story: ChatStory, device: Device): Promise<void> {
  if (!story.world.canCrash) return;
  await Promise.race([sendText(story, device, story.chatOf(device)), passTime(5000)]);
  await story.interrupt('crash', device.node);
}

function whisper(story: ChatStory, device: Device): void {
  const text = story.newText(device);
  story.ledger.whispers.add(text);
  void device.whisper(story.chatOf(device), text);
}

/** A message that the device has on its screen now, with what is known of it; in the background, so that no network is waited for. */
function withMessage(
  story: ChatStory,
  device: Device,
  own: boolean,
  act: (chat: Chat, message: Shown, sent: Sent) => void,
): void {
  const chat = story.chatOf(device);
  const choice = story.random.next();
  const { user } = device;
  void device.page(chat).then((page = []) => {
    if (device.user !== user) return;
    const usable = page.filter(
      (each) => each.message_seq > 0 && !isRevoked(each) && (!own || each.message_sender === user),
    );
    const message = usable[Math.floor(choice * usable.length)];
    const sent = message === undefined ? undefined : story.ledger.find(textOf(message) ?? '');
    if (message === undefined || sent === undefined) return;
    // Its sender may never have got the answer; but here it is.
    sent.seq ??= message.message_seq;
    act(chat, message, sent);
  });
}

const deedOf = ({ user }: Device): Deed => ({ by: user, at: fastNow(), code: undefined });

function modify(story: ChatStory, device: Device): void {
  const text = story.newText(device);
  withMessage(story, device, true, (_chat, message, sent) => {
    const change = { ...deedOf(device), text };
    sent.changes.push(change);
    void device.modify(message, text).then(({ code }) => (change.code = code));
  });
}

function revoke(story: ChatStory, device: Device): void {
  withMessage(story, device, true, (chat, message, sent) => {
    const deed = deedOf(device);
    sent.revocations.push(deed);
    void device.revoke(chat, message).then(({ code }) => (deed.code = code));
  });
}

function remove(story: ChatStory, device: Device): void {
  withMessage(story, device, false, (chat, message, sent) => {
    const deed = deedOf(device);
    sent.removals.push(deed);
    void device.remove(chat, [message]).then(({ code }) => (deed.code = code));
  });
}

function comeIn({ club }: ChatStory, device: Device): void {
  const answered = club.move(device.user, 'in');
  void device.joinGroup(club.id).then(({ code }) => answered(code));
}

function leave({ club }: ChatStory, device: Device): void {
  const answered = club.move(device.user, 'out');
  void device.quitGroup(club.id).then(({ code }) => answered(code));
}

function clear(story: ChatStory, device: Device): void {
  const chat = story.chatOf(device);
  const answered = story.ledger.clear(device.user, chatKey(device.user, chat));
  void device.clear(chat).then(({ code }) => answered(code));
}

function deleteConversation(story: ChatStory, device: Device): void {
  const chat = story.chatOf(device);
  const answered = story.ledger.clear(device.user, chatKey(device.user, chat));
  void device.deleteConversation(chat).then(({ code }) => answered(code));
}
