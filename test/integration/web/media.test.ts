import { openAsBlob } from 'node:fs';
import TencentCloudChat, { IMError, type Chat, type ChosenFile, type Message } from 'tim-node/web';
import { bytes, mediaFolder, png, writeBytes } from '../../support/media.js';
import { App } from '../native/app.js';
import { eventually, within } from './diary.js';
import { failure, Person } from './person.js';
import { World } from './world.js';

const { TYPES } = TencentCloudChat;
const TO_BOB = { to: 'bob', conversationType: TYPES.CONV_C2C };
const MIB = 1024 * 1024;
const at = mediaFolder();

/** Bytes that begin as a video does. */
const video = (size: number): Buffer => Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), bytes(size - 12)]);
const fileOf = (content: Buffer, name: string): File => new File([new Uint8Array(content)], name);

async function load(url: string | undefined): Promise<Buffer> {
  const answer = await fetch(String(url));
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : Buffer.from(`refused with ${answer.status}`);
}

type Of<T extends Message['type']> = Extract<Message, { type: T }>;

describe('Web messages with files', () => {
  let world: World;
  let alice: Person;
  let bob: Person;

  beforeEach(async () => {
    world = await World.start({ settings: { instances: { Web: 2 } } });
    alice = await Person.at(world, 'alice');
    bob = await Person.at(world, 'bob');
  });

  afterEach(async () => {
    await world.end();
  });

  test('an image arrives with its size, and with addresses that can be loaded', async () => {
    const other = await Person.at(world, 'alice');
    const picture = png(640, 480);
    const payload = { file: fileOf(picture, 'C:\\pictures\\cat.png') };
    const message = alice.chat.createImageMessage({ ...TO_BOB, payload, cloudCustomData: 'c' });
    expect(message).toMatchObject({
      type: TYPES.MSG_IMAGE,
      status: 'unSend',
      payload: { imageInfoArray: [{}, {}, {}] },
    });
    expect(message.payload.imageInfoArray.map(({ url }) => url)).toEqual(['', '', '']);
    await alice.send(message);
    const size = { width: 640, height: 480, size: picture.length };
    expect(message).toMatchObject({ status: 'success', sequence: 1, payload: { imageFormat: 3 } });
    expect(message.payload.imageInfoArray).toMatchObject([
      { type: 0, sizeType: 1, ...size },
      { type: 1, sizeType: 2, ...size },
      { type: 2, sizeType: 3, ...size },
    ]);
    await bob.untilReceived(1);
    await other.untilReceived(1);
    const [arrived] = bob.received as Of<'TIMImageElem'>[];
    expect(Object.keys(arrived?.payload ?? {})).toEqual(Object.keys(message.payload));
    expect(arrived?.payload.uuid).toBe(message.payload.uuid);
    for (const { payload: shown } of [message, arrived as typeof message, other.received[0] as typeof message]) {
      for (const { url, imageUrl } of shown.imageInfoArray) {
        expect(imageUrl).toBe(url);
        expect(await load(url)).toEqual(picture);
      }
    }
  });

  test('voices, videos and files arrive with what is known of them', async () => {
    const [sound, film, picture, content] = [bytes(5000), video(70_000), png(320, 200), bytes(1000)];
    const { chat } = alice;
    const recorded = Object.assign(fileOf(sound, 'voice.mp3'), { duration: 7.4 });
    await alice.send(chat.createAudioMessage({ ...TO_BOB, payload: { file: recorded } }));
    const parts = { file: fileOf(film, 'film.MP4'), snapshotFile: fileOf(picture, 'shot.png'), duration: 12 };
    await alice.send(chat.createVideoMessage({ ...TO_BOB, payload: parts }));
    await alice.send(chat.createVideoMessage({ ...TO_BOB, payload: { file: fileOf(film, 'bare.mp4') } }));
    await alice.send(chat.createFileMessage({ ...TO_BOB, payload: { file: fileOf(content, 'report.pdf') } }));
    await bob.untilReceived(4);
    const [voice, clip, bare, file] = bob.received as [
      ...[Of<'TIMSoundElem'>, Of<'TIMVideoFileElem'>, Of<'TIMVideoFileElem'>, Of<'TIMFileElem'>],
    ];
    expect(voice.payload).toMatchObject({ size: sound.length, second: 7 });
    expect(await load(voice.payload.url)).toEqual(sound);
    expect(voice.payload.remoteAudioUrl).toBe(voice.payload.url);
    expect(clip.payload).toMatchObject({
      videoFormat: 'mp4',
      videoSecond: 12,
      videoSize: film.length,
      thumbFormat: 'png',
      snapshotWidth: 320,
      snapshotHeight: 200,
      snapshotSize: picture.length,
    });
    expect(await load(clip.payload.videoUrl)).toEqual(film);
    expect(await load(clip.payload.snapshotUrl)).toEqual(picture);
    expect(clip.payload.thumbUrl).toBe(clip.payload.snapshotUrl);
    expect(bare.payload).toMatchObject({ snapshotUrl: '', thumbUUID: '', videoSecond: 0 });
    expect(file.payload).toMatchObject({ fileName: 'report.pdf', fileSize: content.length });
    expect(await load(file.payload.fileUrl)).toEqual(content);
  });

  test('a file of the disk, an <input>, and a Blob without a name', async () => {
    const content = bytes(3_000_000);
    const ofDisk = await openAsBlob(writeBytes(at('large.bin'), content));
    const progress: number[] = [];
    const sent: ChosenFile[] = [
      new File([ofDisk], 'large.bin'),
      { files: [fileOf(content.subarray(0, 10), 'chosen.txt')] },
      ofDisk,
    ];
    for (const file of sent) {
      const onProgress = (done: number): number => progress.push(done);
      await alice.send(alice.chat.createFileMessage({ ...TO_BOB, payload: { file }, onProgress }));
    }
    await bob.untilReceived(3);
    const payloads = (bob.received as Of<'TIMFileElem'>[]).map(({ payload }) => payload);
    expect(payloads.map(({ fileName, fileSize }) => [fileName, fileSize])).toEqual([
      ['large.bin', content.length],
      ['chosen.txt', 10],
      ['file', content.length],
    ]);
    expect((await load(payloads[0]?.fileUrl)).equals(content)).toBe(true);
    const first = progress.slice(0, progress.indexOf(1) + 1);
    expect(first.length).toBeGreaterThan(4);
    expect(first).toEqual(first.toSorted((a, b) => a - b));
    expect([first[0], first.at(-1)]).toEqual([0, 1]);
  });

  type Make = (chat: Chat, file: never) => Message;
  const image: Make = (chat, file) => chat.createImageMessage({ ...TO_BOB, payload: { file } });
  const audio: Make = (chat, file) => chat.createAudioMessage({ ...TO_BOB, payload: { file } });
  const film: Make = (chat, file) => chat.createVideoMessage({ ...TO_BOB, payload: { file } });
  const file: Make = (chat, given) => chat.createFileMessage({ ...TO_BOB, payload: { file: given } });
  const sized = (mib: number): unknown => {
    const small = new Blob(['x']);
    return { size: mib * MIB + 1, slice: () => small };
  };
  const textFile = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']);

  const refusals: [string, Make, unknown, number][] = [
    ['no image chosen', image, { files: [] }, 2251],
    ['no file chosen', file, { files: null }, 2401],
    ['no voice chosen', audio, { files: [] }, 2401],
    ['an image that is none', image, textFile, 2252],
    ['a video that is none', film, textFile, 2352],
    ['an image that is too large', image, sized(28), 2253],
    ['a voice that is too large', audio, sized(28), 2301],
    ['a video that is too large', film, sized(100), 2351],
    ['a file that is too large', file, sized(100), 2402],
    ['an empty file', file, new Blob([]), 7006],
  ];

  test('sendMessage says what is wrong with a file, before anything is uploaded', async () => {
    for (const [what, make, given, code] of refusals) {
      const message = make(alice.chat, given as never);
      const error = await failure(alice.chat.sendMessage(message));
      expect([what, error.code]).toEqual([what, code]);
      expect(error.message).not.toBe('');
      expect(error.data).toMatchObject({ message });
      expect(message.status).toBe('fail');
    }
    const metrics = await (await fetch(`${world.server.httpUrl}/metrics`)).text();
    expect(metrics).not.toMatch(/tim_media_bytes_total\{[^}]*"in"\} [1-9]/);
  });

  test('arguments that are no files are refused at once', () => {
    for (const given of [undefined, null, '/etc/passwd', 1, {}, [], { files: ['a'] }]) {
      for (const make of [image, audio, film, file]) {
        expect(() => make(alice.chat, given as never)).toThrow(IMError);
        expect(() => make(alice.chat, given as never)).toThrow(/payload\.file must be a File/);
      }
    }
    const wrong = { ...TO_BOB, payload: { file: textFile }, onProgress: 'x' as never };
    expect(() => alice.chat.createFileMessage(wrong)).toThrow(/onProgress/);
  });

  test('an upload that is interrupted goes on from where it was', async () => {
    const content = bytes(2_500_000);
    let cuts = 0;
    const onProgress = (done: number): void => {
      if (done < 0.5 || cuts > 0) return;
      cuts += 1;
      world.wire.drop();
    };
    const payload = { file: fileOf(content, 'a.bin') };
    await alice.send(alice.chat.createFileMessage({ ...TO_BOB, payload, onProgress }));
    expect(cuts).toBe(1);
    await bob.untilReceived(1);
    const [arrived] = bob.received as Of<'TIMFileElem'>[];
    expect((await load(arrived?.payload.fileUrl)).equals(content)).toBe(true);
  });

  test('a message that could not be sent is sent again, and its file is not uploaded again', async () => {
    const picture = png(2, 2);
    const toNobody = {
      to: 'nobody-here',
      conversationType: TYPES.CONV_C2C,
      payload: { file: fileOf(picture, 'a.png') },
    };
    const message = alice.chat.createImageMessage(toNobody);
    expect((await failure(alice.chat.sendMessage(message))).code).toBe(20_003);
    const id = message.payload.uuid;
    expect(id).not.toBe('');
    await Person.at(world, 'nobody-here');
    await within(alice.chat.resendMessage(message), 'second attempt');
    expect(message).toMatchObject({ status: 'success', payload: { uuid: id } });
    expect(await load(message.payload.imageInfoArray[0]?.url)).toEqual(picture);
  });

  test('files are passed on and merged, and only who may read the message can load them', async () => {
    const carol = await Person.at(world, 'carol');
    const eve = await Person.at(world, 'eve');
    const picture = png(3, 3);
    const image = await alice.send(
      alice.chat.createImageMessage({ ...TO_BOB, payload: { file: fileOf(picture, 'a.png') } }),
    );
    await bob.untilReceived(1);
    const [received] = bob.received as Of<'TIMImageElem'>[];
    if (received === undefined) throw new Error('nothing was received');
    const toCarol = { to: 'carol', conversationType: TYPES.CONV_C2C };
    await bob.send(bob.chat.createForwardMessage({ ...toCarol, payload: received }));
    const merger = { messageList: [received], title: 't', compatibleText: 'merged' };
    await bob.send(bob.chat.createMergerMessage({ ...toCarol, payload: merger }));
    await carol.untilReceived(2);
    const [forwarded, merged] = carol.received as [Of<'TIMImageElem'>, Of<'TIMRelayElem'>];
    expect(await load(forwarded.payload.imageInfoArray[0]?.url)).toEqual(picture);
    await within(carol.chat.downloadMergerMessage(merged), 'merged messages');
    const [inner] = merged.payload.messageList[0]?.messageBody ?? [];
    expect(await load((inner?.payload as Of<'TIMImageElem'>['payload']).imageInfoArray[0]?.url)).toEqual(picture);
    const { data } = await within(carol.chat.getMessageList({ conversationID: 'C2Cbob' }), 'history');
    expect(data.messageList).toHaveLength(2);

    const toSelf = { to: 'eve', conversationType: TYPES.CONV_C2C, payload: { file: fileOf(picture, 'own.png') } };
    const own = await eve.send(eve.chat.createImageMessage(toSelf));
    const urlOf = (message: Message): URL => new URL((message as typeof received).payload.imageInfoArray[0]?.url ?? '');
    const stolen = urlOf(image);
    stolen.search = urlOf(own).search;
    expect((await load(stolen.href)).toString()).toMatch(/^refused with 40[14]$/);
    const before = urlOf(received).href;
    await bob.chat.logout();
    expect((await load(before)).toString()).toBe('refused with 401');
  });

  test('the C style sees what the Web style has sent, and the other way round', async () => {
    const app = new App(world.server.sdkAppId, { sdk_config_server_url: world.server.url });
    expect(await app.login('dave', world.server.genUserSig('dave'))).toBe(0);
    const [picture, film] = [png(8, 4), video(900)];
    const toDave = { to: 'dave', conversationType: TYPES.CONV_C2C };
    await alice.send(alice.chat.createImageMessage({ ...toDave, payload: { file: fileOf(picture, 'a.png') } }));
    await app.untilReceived(1);
    const [elem] = app.received[0]?.message_elem_array ?? [];
    expect(elem).toMatchObject({ elem_type: 1, image_elem_format: 3, image_elem_orig_pic_width: 8 });
    expect(await load(String(elem?.['image_elem_thumb_url']))).toEqual(picture);
    const given = { elem_type: 9, video_elem_video_path: writeBytes(at('c.mp4'), film), video_elem_video_duration: 3 };
    await app.ask((client, cb) => client.TIMMsgSendMessage('bob', 1, { message_elem_array: [given] }, null, cb));
    await bob.untilReceived(1);
    const [clip] = bob.received as Of<'TIMVideoFileElem'>[];
    expect(clip?.payload).toMatchObject({ videoSecond: 3, videoFormat: 'mp4', snapshotUrl: '' });
    expect(await load(clip?.payload.videoUrl)).toEqual(film);
    app.client.TIMUninit();
  });

  test('objects that a framework watches can be sent and passed on', async () => {
    const message = watched(alice.chat.createFileMessage({ ...TO_BOB, payload: { file: fileOf(bytes(9), 'a.bin') } }));
    await within(alice.chat.sendMessage(message), 'sending');
    expect(message).toMatchObject({ status: 'success', payload: { fileSize: 9 } });
    await bob.untilReceived(1);
    const [received] = bob.received;
    if (received === undefined) throw new Error('nothing was received');
    const payload = watched(received);
    await bob.send(bob.chat.createForwardMessage({ to: 'alice', conversationType: TYPES.CONV_C2C, payload }));
    const text = watched(bob.chat.createTextMessage({ to: 'alice', conversationType: 'C2C', payload: { text: 'x' } }));
    await within(bob.chat.sendMessage(text), 'text');
    await eventually(() => alice.received.length === 2, 'what came back');
    expect(alice.received.map(({ type }) => type)).toEqual([TYPES.MSG_FILE, TYPES.MSG_TEXT]);
  });

  test('a chat sends what it has made itself', async () => {
    const message = alice.chat.createFileMessage({ ...TO_BOB, payload: { file: fileOf(bytes(9), 'a.bin') } });
    expect((await failure(bob.chat.sendMessage(message))).code).toBe(2105);
  });
});

/** As reactive frameworks do: what is read of an object that is watched is watched, too. */
function watched<T extends object>(target: T): T {
  return new Proxy(target, {
    get: (object, key) => {
      const value: unknown = Reflect.get(object, key);
      const isPlain =
        typeof value === 'object' && value !== null && [Object, Array].includes(value.constructor as never);
      return isPlain ? watched(value) : value;
    },
  });
}
