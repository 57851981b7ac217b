import type { Message } from 'tim-node';
import { bytes, mediaFolder, sameBytes, writeBytes } from '../../support/media.js';
import { inTime } from '../../support/wait.js';
import { C2C, cast, type Player } from './cast.js';
import { world } from './world.js';

/* Files, as every instance of sender and receiver sees them. */

const here = world();
const at = mediaFolder();
const PROGRESS = 'MsgElemUploadProgress';

/** The code that a download ends with. */
function download(player: Player, id: string, path: string): Promise<number> {
  const param = { msg_download_elem_param_type: 1, msg_download_elem_param_id: id } as const;
  const outcome = new Promise<number>((resolve) => {
    const result = player.app.client.TIMMsgDownloadElemToPath(param, path, (code, desc) => {
      if (desc !== 'downloading') resolve(code);
    });
    expect(result).toBe(0);
  });
  return inTime('a download', outcome);
}

const fileOf = ({ message_elem_array: [elem] = [] }: Message): Record<string, unknown> => ({ ...elem });

test('a file is told on its way up to who sends it, and fetched by all instances of both', async () => {
  const { alice, aliceWeb, bob, bobWeb } = await cast(here);
  const content = bytes(600_000);
  const file = { elem_type: 4, file_elem_file_path: writeBytes(at('report.pdf'), content) };
  const sent = await alice.send('bob', C2C, { message_elem_array: [file] });
  const progress = alice.of(PROGRESS);
  expect(progress.at(-1)).toMatchObject([
    { message_msg_id: sent.message_msg_id, message_conv_id: 'bob' },
    0,
    content.length,
    content.length,
  ]);
  for (const [index, player] of [aliceWeb, bob, bobWeb].entries()) {
    const got = fileOf(await player.received(sent));
    expect(got).toMatchObject({ file_elem_file_name: 'report.pdf', file_elem_file_size: content.length });
    const path = at(`got-${index}`);
    expect(await download(player, String(got['file_elem_file_id']), path)).toBe(0);
    expect(sameBytes(path, content)).toBe(true);
    expect(player.of(PROGRESS)).toEqual([]);
  }
});

test('a message whose upload was cancelled is heard of by nobody', async () => {
  const { alice, aliceWeb, bob, bobWeb } = await cast(here);
  const file = { elem_type: 4, file_elem_file_path: writeBytes(at('large'), bytes(20_000_000)) };
  const id = Buffer.alloc(128);
  const idText = (): string => id.toString('utf8', 0, id.indexOf(0));
  const cancelled = new Promise<unknown>((resolve) => {
    alice.app.client.TIMSetMsgElemUploadProgressCallback(() => {
      alice.app.client.TIMSetMsgElemUploadProgressCallback(null);
      resolve(alice.ok((client, cb) => client.TIMMsgCancelSend('bob', C2C, idText(), cb)));
    });
  });
  const message = { message_elem_array: [file] };
  expect(await alice.fails((client, cb) => client.TIMMsgSendMessage('bob', C2C, message, id, cb))).toBe(8021);
  expect(await inTime('the cancelling', cancelled)).toMatchObject({ message_msg_id: idText() });
  const next = await alice.send('bob', C2C, 'next');
  for (const player of [aliceWeb, bob, bobWeb]) {
    await player.received(next);
    expect(player.app.texts).toEqual(['next']);
  }
});
