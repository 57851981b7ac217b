import { readFileSync } from 'node:fs';
import { createServer, type TimServer } from '@tim-node/server';
import { MessageElemType, V2TIM_IMAGE_TYPE, type V2TimMessage } from 'tim-node/v2tim';
import TencentCloudChat from 'tim-node/web';
import { bytes, mediaFolder, png, writeBytes } from '../../support/media.js';
import { eventually, within } from '../web/diary.js';
import { Person, valueOf } from './person.js';

const at = mediaFolder();
const TO_BOB = { receiver: 'bob', groupID: '' };

async function load(url: string | undefined): Promise<Buffer> {
  const answer = await fetch(String(url));
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : Buffer.from(`refused with ${answer.status}`);
}

describe('Flutter style: files, merged and forwarded messages', () => {
  let server: TimServer;
  let alice: Person;
  let bob: Person;

  beforeEach(async () => {
    server = await createServer({ dataDir: ':memory:' });
    alice = await new Person('alice').begin(server);
    bob = await new Person('bob').begin(server);
  });

  afterEach(async () => {
    await Promise.all([alice, bob].map(({ manager }) => manager.unInitSDK()));
    await server.close();
  });

  test('images, voices, videos and files, with progress and addresses', async () => {
    const [picture, sound, film, file] = [png(64, 32), bytes(900), bytes(70_000), bytes(3000)];
    const { messages } = alice;
    const imagePath = writeBytes(at('cat.png'), picture);
    const image = await messages.createImageMessage({ imagePath });
    expect(image.data?.messageInfo).toMatchObject({
      elemType: MessageElemType.V2TIM_ELEM_TYPE_IMAGE,
      imageElem: { path: imagePath, imageList: [] },
    });
    const sent = await alice.send(image, TO_BOB);
    expect(await load(sent.imageElem?.imageList[0]?.url)).toEqual(picture);
    const soundPath = writeBytes(at('voice.mp3'), sound);
    await alice.send(await messages.createSoundMessage({ soundPath, duration: 3 }), TO_BOB);
    const videoFilePath = writeBytes(at('film.mp4'), film);
    const video = { videoFilePath, type: 'mp4', duration: 9, snapshotPath: imagePath };
    await alice.send(await messages.createVideoMessage(video), TO_BOB);
    const filePath = writeBytes(at('raw.bin'), file);
    await alice.send(await messages.createFileMessage({ filePath, fileName: 'report.pdf' }), TO_BOB);
    expect(alice.progress).toEqual(expect.arrayContaining([0, 100]));
    await bob.untilReceived(4);
    const [first, second, third, fourth] = bob.received;
    const size = { size: picture.length, width: 64, height: 32 };
    expect(first?.imageElem?.imageList).toMatchObject([
      { type: V2TIM_IMAGE_TYPE.V2TIM_IMAGE_TYPE_ORIGIN, ...size },
      { type: V2TIM_IMAGE_TYPE.V2TIM_IMAGE_TYPE_THUMB, ...size },
      { type: V2TIM_IMAGE_TYPE.V2TIM_IMAGE_TYPE_LARGE, ...size },
    ]);
    for (const { url } of first?.imageElem?.imageList ?? []) expect(await load(url)).toEqual(picture);
    expect(second?.soundElem).toMatchObject({ dataSize: 900, duration: 3, path: '' });
    expect(await load(second?.soundElem?.url)).toEqual(sound);
    expect(third?.videoElem).toMatchObject({ videoType: 'mp4', duration: 9, snapshotWidth: 64, snapshotHeight: 32 });
    expect(await load(third?.videoElem?.videoUrl)).toEqual(film);
    expect(await load(third?.videoElem?.snapshotUrl)).toEqual(picture);
    expect(fourth?.fileElem).toMatchObject({ fileName: 'report.pdf', fileSize: file.length });
    const online = await valueOf(bob.messages.getMessageOnlineUrl({ msgID: fourth?.msgID }));
    expect(await load(online.fileElem?.url)).toEqual(file);
    expect(Object.keys(online)).toEqual(['fileElem']);
  });

  test('downloads into a path, with progress', async () => {
    const [picture, film] = [png(8, 8), bytes(500_000)];
    const snapshotPath = writeBytes(at('shot.png'), picture);
    const videoFilePath = writeBytes(at('long.mp4'), film);
    const made = await alice.messages.createVideoMessage({ videoFilePath, type: 'mp4', duration: 1, snapshotPath });
    await alice.send(made, TO_BOB);
    await bob.untilReceived(1);
    const message = bob.received[0] as V2TimMessage;
    const messageType = MessageElemType.V2TIM_ELEM_TYPE_VIDEO;
    const finished: string[] = [];
    const onDownloadFinished = ({ msgID }: V2TimMessage): number => finished.push(msgID);
    const wanted = { message, messageType, downloadPath: at('film-got'), onDownloadFinished };
    expect((await within(bob.messages.downloadMessage(wanted), 'film')).code).toBe(0);
    expect(readFileSync(at('film-got')).equals(film)).toBe(true);
    expect(bob.downloads.at(-1)).toMatchObject({ isFinish: true, msgID: message.msgID, currentSize: 500_000 });
    expect(bob.downloads.length).toBeGreaterThan(2);
    await eventually(() => finished.includes(message.msgID), 'the end of the download');
    const shot = { msgID: message.msgID, messageType, isSnapshot: true, downloadPath: at('shot-got') };
    expect((await within(bob.messages.downloadMessage(shot), 'snapshot')).code).toBe(0);
    expect(readFileSync(at('shot-got'))).toEqual(picture);
    const nowhere = { ...shot, downloadPath: at('no/such/folder') };
    expect((await within(bob.messages.downloadMessage(nowhere), 'nowhere')).code).toBe(7007);
    expect(bob.downloads.at(-1)).toMatchObject({ isError: true, errorCode: 7007 });
    const wrong = { ...shot, messageType: MessageElemType.V2TIM_ELEM_TYPE_FILE };
    expect((await bob.messages.downloadMessage(wrong)).code).toBe(6017);
    expect((await bob.messages.downloadMessage({ ...shot, downloadPath: '' })).code).toBe(6017);
  });

  test('files that cannot be sent; one that failed is sent again, and uploaded once', async () => {
    const { messages } = alice;
    const missing = await messages.createImageMessage({ imagePath: at('nothing.png') });
    const ids: string[] = [];
    const options = { id: missing.data?.id, ...TO_BOB, onSyncMsgID: (id: string): number => ids.push(id) };
    expect((await within(messages.sendMessage(options), 'missing')).code).toBe(7004);
    const text = writeBytes(at('text.png'), Buffer.from('text'));
    const bad = await messages.createImageMessage({ imagePath: text });
    expect((await within(messages.sendMessage({ id: bad.data?.id, ...TO_BOB }), 'no image')).code).toBe(6031);
    writeBytes(at('nothing.png'), png(1, 1));
    expect(ids).toHaveLength(1);
    const again = await valueOf(messages.reSendMessage({ msgID: ids[0] ?? '' }));
    expect(again).toMatchObject({ msgID: ids[0], seq: '1', userID: 'bob' });
    expect((await messages.reSendMessage({ msgID: ids[0] ?? '' })).code).toBe(6017);
    const nobody = await messages.createImageMessage({ imagePath: at('nothing.png') });
    const unknown = { id: nobody.data?.id, receiver: 'nobody', groupID: '' };
    expect((await within(messages.sendMessage(unknown), 'nobody')).code).toBe(20_003);
    const before = alice.progress.length;
    expect((await within(messages.sendMessage({ ...unknown, receiver: 'bob' }), 'second attempt')).code).toBe(0);
    expect(alice.progress.length).toBe(before);
  });

  test('forwarded, merged, with several elements', async () => {
    const carol = await new Person('carol').begin(server);
    const picture = png(5, 5);
    await alice.send(await alice.messages.createImageMessage({ imagePath: writeBytes(at('f.png'), picture) }), TO_BOB);
    await alice.say('bob', 'see above');
    await bob.untilReceived(2);
    const [image, text] = bob.received as [V2TimMessage, V2TimMessage];
    const toCarol = { receiver: 'carol', groupID: '' };
    await bob.send(await bob.messages.createForwardMessage({ msgID: image.msgID }), toCarol);
    const merger = { title: 'both', abstractList: ['a', 'b'], compatibleText: 'merged' };
    const merged = await bob.messages.createMergerMessage({ messageList: [image, text], ...merger });
    expect(merged.data?.messageInfo.mergerElem).toMatchObject({ title: 'both', abstractList: ['a', 'b'] });
    await bob.send(merged, toCarol);
    const base = await bob.messages.createTextMessage({ text: 'one' });
    const more = await bob.messages.createCustomMessage({ data: 'two' });
    const appended = await bob.messages.appendMessage({
      createMessageBaseId: base.data?.id ?? '',
      createMessageAppendId: more.data?.id ?? '',
    });
    expect(appended.data?.textElem).toMatchObject({ text: 'one', nextElem: { customElem: { data: 'two' } } });
    await bob.send(base, toCarol);
    await carol.untilReceived(3);
    const [forwarded, both, parts] = carol.received as [V2TimMessage, V2TimMessage, V2TimMessage];
    expect(await load(forwarded.imageElem?.imageList[0]?.url)).toEqual(picture);
    expect(both).toMatchObject({ elemType: MessageElemType.V2TIM_ELEM_TYPE_MERGER, mergerElem: { title: 'both' } });
    const inner = await valueOf(carol.messages.downloadMergerMessage({ msgID: both.msgID }));
    expect(inner.map(({ sender }) => sender)).toEqual(['alice', 'alice']);
    expect(await load(inner[0]?.imageElem?.imageList[0]?.url)).toEqual(picture);
    expect(inner[1]?.textElem).toEqual({ text: 'see above' });
    expect(parts.textElem).toEqual({
      text: 'one',
      nextElem: {
        elemType: MessageElemType.V2TIM_ELEM_TYPE_CUSTOM,
        customElem: { data: 'two', desc: '', extension: '' },
      },
    });
    expect((await bob.messages.createMergerMessage({ msgIDList: [], ...merger })).code).toBe(6017);
    expect((await bob.messages.createForwardMessage({ msgID: 'none' })).code).toBe(6017);
    expect((await carol.messages.downloadMergerMessage({ msgID: parts.msgID })).code).toBe(6017);
    await carol.manager.unInitSDK();
  });

  test('messages for some members of a group, and mentions that are put in later', async () => {
    const carol = await new Person('carol').begin(server);
    const chat = TencentCloudChat.createClient({ SDKAppID: server.sdkAppId, serverURL: server.url });
    await chat.login({ userID: 'dave', userSig: server.genUserSig('dave') });
    const memberList = ['alice', 'bob', 'carol'].map((userID) => ({ userID }));
    await chat.createGroup({ name: 'g', type: 'Public', groupID: 'g1', memberList });
    await Promise.all([bob, carol].map((each) => each.untilReceived(1)));
    const made = await alice.messages.createTextMessage({ text: 'for bob' });
    const targeted = await alice.messages.createTargetedGroupMessage({ id: made.data?.id, receiverList: ['bob'] });
    await alice.send(targeted, { receiver: '', groupID: 'g1' });
    const plain = await alice.messages.createTextMessage({ text: 'look' });
    const signed = await valueOf(
      alice.messages.createAtSignedGroupMessage({ createdMsgID: plain.data?.id, atUserList: ['carol'] }),
    );
    expect(signed.groupAtUserList).toEqual(['carol']);
    await valueOf(alice.messages.sendMessage({ message: signed, receiver: '', groupID: 'g1' }));
    const textsOf = ({ received }: Person): unknown[] => received.flatMap(({ textElem }) => textElem?.text ?? []);
    await eventually(() => textsOf(carol).includes('look') && textsOf(bob).includes('look'), 'the last one');
    expect([textsOf(bob), textsOf(carol)]).toEqual([['for bob', 'look'], ['look']]);
    expect(carol.received.at(-1)?.groupAtUserList).toEqual(['carol']);
    const again = await alice.messages.createTargetedGroupMessage({ id: 'created-99', receiverList: ['bob'] });
    expect(again.code).toBe(6017);
    await chat.destroy();
    await carol.manager.unInitSDK();
  });
});
