import { existsSync, mkdirSync, readdirSync, symlinkSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TimServer } from '@tim-node/server';
import type { ConvInfo, Message, MsgBatchSendResult } from 'tim-node';
import { bytes, mediaFolder, png, sameBytes, writeBytes } from '../../support/media.js';
import { inTime, waitFor } from '../../support/wait.js';
import type { Answer, App } from './app.js';
import { world } from './world.js';

const { start, app, wire } = world();
const at = mediaFolder();
const C2C = 1;

type Elem = NonNullable<Message['message_elem_array']>[number];

const elemOf = (message: Message | undefined): Elem => {
  const elem = message?.message_elem_array?.[0];
  if (elem === undefined) throw new Error('a message without elements');
  return elem;
};

function sendElem(app: App, to: string, elem: Elem): Promise<Answer> {
  return app.ask((client, cb) => client.TIMMsgSendMessage(to, C2C, { message_elem_array: [elem] }, null, cb));
}

interface Download {
  readonly code: number;
  readonly desc: string;
  readonly progress: [number, number][];
  readonly result: unknown;
}

/** Downloads, and waits for the callback that is not about progress. */
function download(app: App, type: number, id: unknown, path: string): Promise<Download> {
  const progress: [number, number][] = [];
  const outcome = new Promise<Download>((resolve) => {
    const param = { msg_download_elem_param_type: type as 0, msg_download_elem_param_id: String(id) };
    const result = app.client.TIMMsgDownloadElemToPath(param, path, (code, desc, json) => {
      const parsed = json === '' ? undefined : (JSON.parse(json) as Record<string, number>);
      const { msg_download_elem_result_current_size: current = -1, msg_download_elem_result_total_size: total = -1 } =
        parsed ?? {};
      if (desc === 'downloading') progress.push([current, total]);
      else resolve({ code, desc, progress, result: parsed });
    });
    expect(result).toBe(0);
  });
  return inTime('the end of a download', outcome, 30_000);
}

async function pair() {
  const server = await start();
  const proxy = await wire(server);
  const alice = app({ url: proxy.url, sdkAppId: server.sdkAppId });
  const bob = app({ url: proxy.url, sdkAppId: server.sdkAppId });
  expect(await alice.login('alice', server.genUserSig('alice'))).toBe(0);
  expect(await bob.login('bob', server.genUserSig('bob'))).toBe(0);
  return { server, proxy, alice, bob };
}

test('a file goes from one account to the other, with progress on both sides', async () => {
  const { alice, bob } = await pair();
  const content = bytes(3_000_000);
  const path = writeBytes(at('report.pdf'), content);
  const progress: [number, number, number][] = [];
  alice.client.TIMSetMsgElemUploadProgressCallback((_json, index, current, total) => {
    progress.push([index, current, total]);
  });
  const sent = await sendElem(alice, 'bob', { elem_type: 4, file_elem_file_path: path });
  expect(sent.code).toBe(0);
  const own = elemOf(sent.json as Message);
  expect(own).toMatchObject({ file_elem_file_name: 'report.pdf', file_elem_file_size: content.length });
  expect(progress.length).toBeGreaterThan(2);
  expect(progress.at(-1)).toEqual([0, content.length, content.length]);
  await bob.untilReceived(1);
  const elem = elemOf(bob.received[0]);
  expect(elem).toMatchObject({ file_elem_file_id: own['file_elem_file_id'], file_elem_file_name: 'report.pdf' });
  expect(elem['file_elem_file_path']).toBe('');
  const target = at('got.pdf');
  const got = await download(bob, 1, elem['file_elem_file_id'], target);
  expect(got).toMatchObject({ code: 0, desc: '' });
  expect(got.result).toEqual({
    msg_download_elem_result_current_size: content.length,
    msg_download_elem_result_total_size: content.length,
  });
  expect(got.progress.length).toBeGreaterThan(2);
  expect(sameBytes(target, content)).toBe(true);
});

test('images, sounds and videos are sent with what their files say, and fetched with every kind of download', async () => {
  const { alice, bob } = await pair();
  const picture = png(640, 480);
  const sound = bytes(5000);
  const video = bytes(70_000);
  const sent = await alice.ask((client, cb) =>
    client.TIMMsgSendMessage(
      'bob',
      C2C,
      {
        message_elem_array: [
          { elem_type: 1, image_elem_orig_path: writeBytes(at('a.png'), picture), image_elem_level: 0 },
          { elem_type: 2, sound_elem_file_path: writeBytes(at('a.amr'), sound), sound_elem_file_time: 7 },
          {
            elem_type: 9,
            video_elem_video_path: writeBytes(at('a.mp4'), video),
            video_elem_video_duration: 12,
            video_elem_image_path: writeBytes(at('b.png'), picture),
          },
        ],
      },
      null,
      cb,
    ),
  );
  expect(sent.code).toBe(0);
  await bob.untilReceived(1);
  const [image, heard, seen] = bob.received[0]?.message_elem_array ?? [];
  const size = { image_elem_orig_pic_width: 640, image_elem_orig_pic_height: 480 };
  expect(image).toMatchObject({ elem_type: 1, image_elem_format: 3, image_elem_orig_pic_size: 1024, ...size });
  expect(image?.['image_elem_thumb_id']).toBe(image?.['image_elem_orig_id']);
  expect(heard).toMatchObject({ elem_type: 2, sound_elem_file_size: 5000, sound_elem_file_time: 7 });
  expect(seen).toMatchObject({
    elem_type: 9,
    video_elem_video_type: 'mp4',
    video_elem_video_size: 70_000,
    video_elem_video_duration: 12,
    video_elem_image_type: 'png',
    video_elem_image_width: 640,
    video_elem_image_height: 480,
  });
  const wanted: [number, unknown, Buffer][] = [
    [0, seen?.['video_elem_image_id'], picture],
    [1, image?.['image_elem_large_id'], picture],
    [2, seen?.['video_elem_video_id'], video],
    [3, heard?.['sound_elem_file_id'], sound],
  ];
  for (const [type, id, content] of wanted) {
    const target = at(`kind-${type}`);
    expect(await download(bob, type, id, target)).toMatchObject({ code: 0 });
    expect(sameBytes(target, content)).toBe(true);
  }
});

const bodyOf = async (url: unknown): Promise<Buffer> => {
  const answer = await fetch(String(url));
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : Buffer.from(`refused with ${answer.status}`);
};

/** Bytes of files that went into a server. */
async function metric({ httpUrl }: TimServer, direction: string): Promise<number> {
  const text = await (await fetch(`${httpUrl}/metrics`)).text();
  return Number(new RegExp(`^tim_media_bytes_total\\{[^}]*"${direction}"\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
}

test('the addresses of received files can be loaded as they are, wherever the message is shown, until the logout', async () => {
  const { server, alice, bob } = await pair();
  const eve = app(server);
  expect(await eve.login('eve', server.genUserSig('eve'))).toBe(0);
  const picture = png(20, 10);
  const video = bytes(3000);
  const elems = [
    { elem_type: 1, image_elem_orig_path: writeBytes(at('url.png'), picture) },
    { elem_type: 2, sound_elem_file_path: writeBytes(at('url.amr'), bytes(2000)) },
    { elem_type: 4, file_elem_file_path: writeBytes(at('url.bin'), bytes(1000)) },
    {
      elem_type: 9,
      video_elem_video_path: writeBytes(at('url.mp4'), video),
      video_elem_image_path: writeBytes(at('url-snapshot.png'), picture),
    },
  ];
  const sent = await alice.ask((client, cb) =>
    client.TIMMsgSendMessage('bob', C2C, { message_elem_array: elems }, null, cb),
  );
  expect(await bodyOf(elemOf(sent.json as Message)['image_elem_orig_url'])).toEqual(picture);
  await bob.untilReceived(1);
  const [image = {}, sound = {}, file = {}, film = {}]: Partial<Elem>[] = bob.received[0]?.message_elem_array ?? [];
  for (const key of ['image_elem_orig_url', 'image_elem_large_url', 'image_elem_thumb_url'] as const) {
    expect(await bodyOf(image[key])).toEqual(picture);
  }
  expect(await bodyOf(sound['sound_elem_url'])).toEqual(bytes(2000));
  expect(await bodyOf(file['file_elem_url'])).toEqual(bytes(1000));
  expect(await bodyOf(film['video_elem_video_url'])).toEqual(video);
  expect(await bodyOf(film['video_elem_image_url'])).toEqual(picture);

  const id = bob.received[0]?.message_msg_id ?? '';
  const found = await bob.ask((client, cb) => client.TIMMsgFindMessages([id], cb));
  const listed = await bob.ask((client, cb) => client.TIMConvGetConvList(cb));
  const shown = [(found.json as Message[])[0], (listed.json as ConvInfo[])[0]?.conv_last_msg];
  for (const message of shown) expect(await bodyOf(elemOf(message)['image_elem_thumb_url'])).toEqual(picture);

  const url = String(image['image_elem_orig_url']);
  const own = await sendElem(eve, 'eve', { elem_type: 4, file_elem_file_path: writeBytes(at('own'), bytes(1)) });
  const [, token = ''] = String(elemOf(own.json as Message)['file_elem_url']).split('token=');
  expect(await bodyOf(url.replace(/token=.*/, `token=${token}`))).toEqual(Buffer.from('refused with 404'));
  expect(await bob.logout()).toBe(0);
  expect(await bodyOf(url)).toEqual(Buffer.from('refused with 401'));
  for (const { log } of [alice, bob]) expect(log.join()).not.toContain('token=');
});

test('the files of merged messages can be loaded by who gets these', async () => {
  const { server, alice, bob } = await pair();
  const carol = app(server);
  expect(await carol.login('carol', server.genUserSig('carol'))).toBe(0);
  const content = bytes(500);
  await sendElem(alice, 'bob', { elem_type: 4, file_elem_file_path: writeBytes(at('merged'), content) });
  await bob.untilReceived(1);
  const inner = { elem_type: 12, merge_elem_title: 'files', merge_elem_message_array: bob.received };
  const message = JSON.stringify({ message_elem_array: [inner] }, (_key, value: unknown) =>
    typeof value === 'bigint' ? Number(value) : value,
  );
  expect((await bob.ask((client, cb) => client.TIMMsgSendMessage('carol', C2C, message, null, cb))).code).toBe(0);
  await carol.untilReceived(1);
  const [given = {}] = carol.received;
  const { json } = await carol.ask((client, cb) => client.TIMMsgDownloadMergerMessage(given, cb));
  const [merged] = json as Message[];
  expect(await bodyOf(elemOf(merged)['file_elem_url'])).toEqual(content);
  expect(await download(carol, 1, elemOf(merged)['file_elem_file_id'], at('merged-got'))).toMatchObject({ code: 0 });
  expect(sameBytes(at('merged-got'), content)).toBe(true);
});

test('a message to many uploads its files once', async () => {
  const { server, alice, bob } = await pair();
  const carol = app(server);
  expect(await carol.login('carol', server.genUserSig('carol'))).toBe(0);
  const content = bytes(300_000);
  const path = writeBytes(at('many'), content);
  const batch = {
    msg_batch_send_param_identifier_array: ['bob', 'carol', 'nobody-at-all'],
    msg_batch_send_param_msg: { message_elem_array: [{ elem_type: 4, file_elem_file_path: path }] },
  };
  const before = await metric(server, 'in');
  const { code, json } = await alice.ask((client, cb) => client.TIMMsgBatchSend(batch, cb));
  expect(code).toBe(0);
  const results = json as MsgBatchSendResult[];
  expect(results.map(({ msg_batch_send_result_code: each }) => each)).toEqual([0, 0, 20_003]);
  expect((await metric(server, 'in')) - before).toBe(content.length);
  for (const receiver of [bob, carol]) {
    await receiver.untilReceived(1);
    const elem = elemOf(receiver.received[0]);
    expect(elem).toMatchObject({ file_elem_file_name: 'many', file_elem_file_size: content.length });
    expect(await bodyOf(elem['file_elem_url'])).toEqual(content);
  }
  expect(elemId(bob)).toBe(elemId(carol));
});

test('files that cannot be sent are told before anything is uploaded', async () => {
  const { alice } = await pair();
  const file = (path: string): Elem => ({ elem_type: 4, file_elem_file_path: path });
  expect((await sendElem(alice, 'bob', file(at('nothing')))).code).toBe(7004);
  expect((await sendElem(alice, 'bob', file(''))).code).toBe(7004);
  expect((await sendElem(alice, 'bob', file(writeBytes(at('empty'), Buffer.alloc(0))))).code).toBe(7006);
  expect((await sendElem(alice, 'bob', file(dirname(at('x'))))).code).toBe(7007);
  const large = at('large');
  writeBytes(large, Buffer.alloc(1));
  truncateSync(large, 28 * 1024 * 1024 + 1);
  const refused = await sendElem(alice, 'bob', { elem_type: 2, sound_elem_file_path: large });
  expect(refused.code).toBe(7005);
  expect(refused.json).toMatchObject({ message_status: 3 });
  truncateSync(large, 100 * 1024 * 1024 + 1);
  expect((await sendElem(alice, 'bob', file(large))).code).toBe(7005);
  const text = writeBytes(at('no-image.png'), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  expect((await sendElem(alice, 'bob', { elem_type: 1, image_elem_orig_path: text })).code).toBe(6031);
});

test('a file may be passed on, and nobody fetches one that was not sent to him', async () => {
  const { server, alice, bob } = await pair();
  const carol = app(server);
  await carol.login('carol', server.genUserSig('carol'));
  const content = bytes(1000);
  await sendElem(alice, 'bob', { elem_type: 4, file_elem_file_path: writeBytes(at('secret'), content) });
  await bob.untilReceived(1);
  const received = elemOf(bob.received[0]);
  const id = received['file_elem_file_id'];
  const target = at('carols');
  expect(await download(carol, 1, id, target)).toMatchObject({ code: 114_000 });
  expect(existsSync(target)).toBe(false);
  expect((await sendElem(carol, 'bob', received)).code).toBe(114_000);
  expect((await sendElem(bob, 'carol', received)).code).toBe(0);
  expect(await download(carol, 1, id, target)).toMatchObject({ code: 0 });
  expect(sameBytes(target, content)).toBe(true);
});

test('interrupted transfers go on from where they were', async () => {
  const { proxy, alice, bob } = await pair();
  const content = bytes(6_000_000);
  const path = writeBytes(at('long'), content);
  let cuts = 0;
  let before = 0;
  let backwards = false;
  alice.client.TIMSetMsgElemUploadProgressCallback((_json, _index, current, total) => {
    if (current < before) backwards = true;
    before = current;
    if (current > total / 4 && cuts === 0) {
      cuts += 1;
      proxy.drop();
    }
  });
  const sent = await sendElem(alice, 'bob', { elem_type: 4, file_elem_file_path: path });
  expect(sent.code).toBe(0);
  expect(cuts).toBe(1);
  expect(backwards).toBe(false);
  await bob.untilReceived(1);
  const target = at('long-too');
  const param = { msg_download_elem_param_type: 1, msg_download_elem_param_id: elemId(bob) } as const;
  const outcome = new Promise<number>((resolve) => {
    let dropped = false;
    bob.client.TIMMsgDownloadElemToPath(param, target, (code, desc) => {
      if (desc !== 'downloading') resolve(code);
      else if (!dropped) {
        dropped = true;
        proxy.drop();
      }
    });
  });
  expect(await inTime('the download', outcome, 30_000)).toBe(0);
  expect(sameBytes(target, content)).toBe(true);
});

test('sending is cancelled while its files are uploaded, and not after', async () => {
  const { proxy, alice, bob } = await pair();
  const path = writeBytes(at('cancelled'), bytes(20_000_000));
  const id = Buffer.alloc(128);
  let cancelled: Promise<Answer> | undefined;
  const idText = (): string => id.toString('utf8', 0, id.indexOf(0));
  const cancel = (): Promise<Answer> => alice.ask((client, cb) => client.TIMMsgCancelSend('bob', C2C, idText(), cb));
  alice.client.TIMSetMsgElemUploadProgressCallback(() => {
    proxy.freeze();
    cancelled ??= cancel();
  });
  const sent = await alice.ask((client, cb) =>
    client.TIMMsgSendMessage('bob', C2C, { message_elem_array: [{ elem_type: 4, file_elem_file_path: path }] }, id, cb),
  );
  expect(sent).toMatchObject({ code: 8021, json: { message_status: 3 } });
  expect(await cancelled).toMatchObject({ code: 0, json: { message_msg_id: idText() } });
  expect((await cancel()).code).toBe(8020);
  proxy.thaw();
  await alice.sendText('bob', 'after');
  await bob.untilReceived(1);
  expect(bob.texts).toEqual(['after']);
});

test('what is under way ends with the session and leaves nothing behind', async () => {
  const { proxy, alice, bob } = await pair();
  const path = writeBytes(at('unfinished'), bytes(5_000_000));
  await sendElem(alice, 'bob', { elem_type: 4, file_elem_file_path: path });
  await bob.untilReceived(1);
  const folder = at('downloads');
  mkdirSync(folder);
  const ended = new Promise<number>((resolve) => {
    const param = { msg_download_elem_param_type: 1, msg_download_elem_param_id: elemId(bob) } as const;
    bob.client.TIMMsgDownloadElemToPath(param, join(folder, 'file'), (code, desc) => {
      proxy.freeze();
      if (desc === 'downloading') bob.client.TIMUninit();
      else resolve(code);
    });
  });
  const failed = sendElem(alice, 'bob', { elem_type: 4, file_elem_file_path: path });
  expect(await inTime('the end of the download', ended)).toBe(7009);
  alice.client.TIMUninit();
  expect((await failed).code).toBe(7009);
  await waitFor('the unfinished file to be gone', () => readdirSync(folder).length === 0);
});

test('a logout ends an upload', async () => {
  const { proxy, alice } = await pair();
  const path = writeBytes(at('logged-out'), bytes(5_000_000));
  let logout: Promise<number> | undefined;
  alice.client.TIMSetMsgElemUploadProgressCallback(() => {
    proxy.freeze();
    logout ??= alice.logout();
  });
  const sent = await sendElem(alice, 'bob', { elem_type: 4, file_elem_file_path: path });
  expect(sent).toMatchObject({ code: 6014, json: { message_status: 3 } });
  expect(await logout).toBe(0);
});

test('a path that cannot be written is told, and a link in its place is not followed', async () => {
  const { alice, bob } = await pair();
  const content = bytes(100);
  await sendElem(alice, 'bob', { elem_type: 4, file_elem_file_path: writeBytes(at('small'), content) });
  await bob.untilReceived(1);
  expect(await download(bob, 1, elemId(bob), at('no-folder/file'))).toMatchObject({ code: 7007 });
  const victim = writeBytes(at('victim'), Buffer.from('mine'));
  symlinkSync(victim, at('link'));
  expect(await download(bob, 1, elemId(bob), at('link'))).toMatchObject({ code: 0 });
  expect(sameBytes(victim, Buffer.from('mine'))).toBe(true);
  expect(sameBytes(at('link'), content)).toBe(true);
  expect(await download(bob, 1, '../../x', at('never'))).toMatchObject({ code: 6017 });
});

const elemId = (app: App): string => String(elemOf(app.received[0])['file_elem_file_id']);
