import type * as web from 'tim-node/web';
import { bundleForBrowsers } from '../../unit/web/browser.js';
import { BrowserPage, whyNoBrowser } from '../../support/chromium.js';
import { png } from '../../support/media.js';
import { inTime } from '../../support/wait.js';
import { Person } from './person.js';
import { World } from './world.js';

/** What the page does: alice talks with bob, who is in this process, and reports what she has seen. */
async function story(setup: { SDKAppID: number; serverURL: string; userSig: string }): Promise<unknown> {
  const { TencentCloudChat } = (globalThis as unknown as { tim: typeof web }).tim;
  const { EVENT, TYPES } = TencentCloudChat;
  const chat = TencentCloudChat.create({ SDKAppID: setup.SDKAppID, serverURL: setup.serverURL });
  const seen: string[] = [];
  const answer = new Promise<never>((resolve) => {
    chat.on(EVENT.MESSAGE_RECEIVED, ({ data }) => resolve(data[0] as never));
  }) as Promise<web.Message>;
  chat.on(EVENT.SDK_READY, () => seen.push('ready'));
  await chat.login({ userID: 'alice', userSig: setup.userSig });
  const to = { to: 'bob', conversationType: TYPES.CONV_C2C };
  await chat.sendMessage(chat.createTextMessage({ ...to, payload: { text: 'from a page' } }));

  const page = globalThis as unknown as {
    document: { createElement(name: string): never };
    Image: new () => { src: string; naturalWidth: number; decode(): Promise<void> };
  };
  const canvas = page.document.createElement('canvas') as {
    width: number;
    height: number;
    getContext(kind: '2d'): { fillRect(x: number, y: number, width: number, height: number): void };
    toBlob(done: (blob: Blob) => void): void;
  };
  Object.assign(canvas, { width: 40, height: 30 });
  canvas.getContext('2d').fillRect(5, 5, 10, 10);
  const picture = await new Promise<Blob>((resolve) => canvas.toBlob(resolve));
  const image = chat.createImageMessage({ ...to, payload: { file: new File([picture], 'drawn.png') } });
  const widthOf = async (url: string | undefined): Promise<number> => {
    const shown = new page.Image();
    shown.src = url ?? '';
    await shown.decode();
    return shown.naturalWidth;
  };
  const urls = (): (string | undefined)[] => image.payload.imageInfoArray.map(({ url }) => url);
  const preview = { isBlob: urls()[0]?.startsWith('blob:'), width: await widthOf(urls()[0]) };
  await chat.sendMessage(image);
  const { width, height } = image.payload.imageInfoArray[0] ?? {};
  const sent = { width, height, shown: await widthOf(urls()[2]) };

  const progress: number[] = [];
  const large = new Blob([new Uint8Array(1_500_000).map((_byte, at) => at % 251)]);
  const options = { ...to, payload: { file: large }, onProgress: (done: number): number => progress.push(done) };
  const file = chat.createFileMessage(options);
  await chat.sendMessage(file);
  const back = new Uint8Array(await (await fetch(file.payload.fileUrl)).arrayBuffer());
  const isSame = back.length === large.size && back.every((byte, at) => byte === at % 251);

  const received = await answer;
  const url = received.type === 'TIMImageElem' ? received.payload.imageInfoArray[0]?.url : '';
  const loaded = await fetch(url ?? '');
  const { data } = await chat.getConversationList();
  const conversations = data.conversationList.map(({ conversationID }) => conversationID);
  await chat.logout();
  const steps = progress.length > 3 && progress.at(-1) === 1;
  return { seen, preview, sent, steps, isSame, answer: [received.from, loaded.status], conversations };
}

const missing = whyNoBrowser();
if (missing !== undefined) console.warn(`skipped: ${missing}`);

(missing === undefined ? test : test.skip)(
  'a page in a real browser chats, sends files and shows pictures',
  async () => {
    const { code } = await bundleForBrowsers();
    const world = await World.start();
    const bob = await Person.at(world, 'bob');
    const { sdkAppId: SDKAppID, url: serverURL } = world.server;
    const setup = JSON.stringify({ SDKAppID, serverURL, userSig: world.server.genUserSig('alice') });
    const page = new BrowserPage([code, `report(await (${story.toString()})(${setup}));`]);
    try {
      await page.open();
      await bob.untilReceived(3);
      const file = new File([new Uint8Array(png(3, 3))], 'answer.png');
      await bob.send(bob.chat.createImageMessage({ to: 'alice', conversationType: 'C2C', payload: { file } }));
      expect(await inTime('the report of the page', page.report, 30_000)).toEqual({
        seen: ['ready'],
        preview: { isBlob: true, width: 40 },
        sent: { width: 40, height: 30, shown: 40 },
        steps: true,
        isSame: true,
        answer: ['bob', 200],
        conversations: ['C2Cbob'],
      });
      expect(bob.texts[0]).toBe('from a page');
      expect(bob.received.map(({ type }) => type)).toEqual(['TIMTextElem', 'TIMImageElem', 'TIMFileElem']);
    } catch (error) {
      throw new Error(`${String(error)}\n${page.complaints.slice(-2000)}`, { cause: error });
    } finally {
      await page.close();
      await world.end();
    }
  },
);
