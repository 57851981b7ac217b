/**
 * A file goes from alice to bob, with a bar for its way up and one for its way down.
 * `npm run build && node samples/dist/file-transfer.js [file] [folder to put it in]`; without a file one is made.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import {
  createClient,
  TIMConvType,
  TIMDownloadType,
  TIMElemType,
  type Message,
  type MsgDownloadElemResult,
  type TimClient,
} from 'tim-node';
import { promisify } from 'tim-node/promises';
import { createServer } from '@tim-node/server';
import { printable } from './printable.js';

const MADE_SIZE = 8 * 2 ** 20;
const BAR_WIDTH = 30;

/** A bar that fills in place on a terminal; elsewhere a line for each quarter. */
function progressBar(what: string): (current: number, total: number) => void {
  let shown = -1;
  return (current, total) => {
    const part = total === 0 ? 1 : current / total;
    const step = process.stdout.isTTY ? Math.floor(part * 100) : Math.floor(part * 4) * 25;
    if (step === shown) return;
    shown = step;
    const filled = Math.round((step / 100) * BAR_WIDTH);
    const bar = '#'.repeat(filled).padEnd(BAR_WIDTH, '.');
    const size = `${(current / 2 ** 20).toFixed(1)} of ${(total / 2 ** 20).toFixed(1)} MB`;
    const line = `${what.padEnd(8)} [${bar}] ${`${step}`.padStart(3)} %  ${size}`;
    process.stdout.write(process.stdout.isTTY ? `\r${line}  ${part === 1 ? '\n' : ''}` : `${line}\n`);
  };
}

/** The callback of a download comes for each step, and once more when it has ended. */
function download(client: TimClient, id: string, path: string, onProgress: ReturnType<typeof progressBar>) {
  const param = { msg_download_elem_param_type: TIMDownloadType.kTIMDownload_File, msg_download_elem_param_id: id };
  return new Promise<void>((done, fail) => {
    client.TIMMsgDownloadElemToPath(param, path, (code, desc, json) => {
      if (code !== 0) {
        fail(new Error(`${code} ${desc}`));
        return;
      }
      const { msg_download_elem_result_current_size: current = 0, msg_download_elem_result_total_size: total = 0 } =
        JSON.parse(json) as MsgDownloadElemResult;
      onProgress(current, total);
      if (desc !== 'downloading') done();
    });
  });
}

const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

const temporary = mkdtempSync(join(tmpdir(), 'tim-node-file-'));
const server = await createServer();
const clients = { alice: createClient(), bob: createClient() };
try {
  const [, , given, folder] = process.argv;
  const file = given ?? join(temporary, 'holiday.bin');
  if (given === undefined) writeFileSync(file, randomBytes(MADE_SIZE));

  for (const [userId, client] of Object.entries(clients)) {
    client.TIMInit(server.sdkAppId, { sdk_config_server_url: server.url });
    await promisify(client).TIMLogin(userId, server.genUserSig(userId));
  }

  const received = new Promise<Message>((done) => {
    clients.bob.TIMAddRecvNewMsgCallback((json) => {
      const [message] = JSON.parse(json) as Message[];
      if (message !== undefined) done(message);
    }, null);
  });
  const bar = progressBar('upload');
  clients.alice.TIMSetMsgElemUploadProgressCallback((_message, _element, current, total) => bar(current, total), null);
  await promisify(clients.alice).TIMMsgSendMessage('bob', TIMConvType.kTIMConv_C2C, {
    message_elem_array: [{ elem_type: TIMElemType.kTIMElem_File, file_elem_file_path: resolve(file) }],
  });

  const [elem] = (await received).message_elem_array ?? [];
  // The name comes from somebody else: it may name no other folder, and may not drive the terminal.
  const name = basename(String(elem?.['file_elem_file_name']));
  const target = join(folder ?? temporary, `received-${printable(name)}`);
  await download(clients.bob, String(elem?.['file_elem_file_id']), target, progressBar('download'));
  const same = digest(file) === digest(target);
  console.log(
    `bob has ${printable(folder === undefined ? name : target)}, ${same ? 'byte for byte the same' : 'but it is not the same'}`,
  );
  if (!same) process.exitCode = 1;
} catch (error) {
  console.error(printable(String(error)));
  process.exitCode = 1;
} finally {
  for (const client of Object.values(clients)) client.TIMUninit();
  await server.close();
  rmSync(temporary, { recursive: true });
}
