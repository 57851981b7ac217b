import { timError, type TIMError } from '@tim-node/protocol';
import type { CheckedFile } from '../feature/media.js';
import { formatNumber, type ImageFacts } from '../feature/image-size.js';
import type { ClientCore } from './client-core.js';
import { FILE_KEYS, type FileKeys, type NativeElem } from './codec/media-elements.js';
import type { NativeMessage } from './codec/message.js';
import type { TIMMsgElemUploadProgressCallback } from './generated/callbacks.js';
import { TIMElemType, TIMMsgStatus, type TIMConvType } from './generated/enums.js';
import { writeJson } from './json.js';
import type { SharedFiles } from './shared-files.js';
import { steps } from '../feature/steps.js';

const PROGRESS = 'TIMSetMsgElemUploadProgressCallback';

/** One file of a message on its way out. */
interface Job {
  /** Place of its element in the message. */
  readonly index: number;
  readonly elem: NativeElem;
  readonly keys: FileKeys;
  readonly path: string;
}

type Checked = Job & { readonly file: CheckedFile };

interface Sending {
  readonly message: NativeMessage;
  readonly shared: SharedFiles;
  readonly abort: AbortController;
}

/** Messages whose files are being uploaded. */
export class Uploads {
  private readonly sending = new Map<string, Sending>();

  constructor(private readonly client: ClientCore) {}

  /**
   * Uploads the files of a message and writes their ids into it. `done` comes at once for a message without files,
   * otherwise through the callback queue.
   * @param shared what is uploaded for other messages, too
   */
  run(message: NativeMessage, shared: SharedFiles, done: (error?: TIMError) => void): void {
    const jobs = message.message_elem_array.flatMap(jobsOf);
    if (jobs.length === 0) {
      done();
      return;
    }
    const { callbacks } = this.client.engine;
    const { message_msg_id: id } = message;
    const sending: Sending = { message, shared, abort: new AbortController() };
    this.sending.set(id, sending);
    const settle = (error?: TIMError): void => {
      if (this.sending.get(id) === sending) this.sending.delete(id);
      callbacks.post(() => done(error));
    };
    this.uploadAll(jobs, sending).then(
      () => settle(),
      (error: unknown) => settle(error as TIMError),
    );
  }

  /** Stops the uploads of a message; nothing when there are none. */
  cancel(convId: string, convType: TIMConvType, messageId: string): NativeMessage | undefined {
    const { message, abort } = this.sending.get(messageId) ?? {};
    if (message?.message_conv_id !== convId || message.message_conv_type !== convType) return undefined;
    this.sending.delete(messageId);
    message.message_status = TIMMsgStatus.kTIMMsg_SendFail;
    abort?.abort(timError('sendCancelled'));
    return message;
  }

  private async uploadAll(jobs: readonly Job[], sending: Sending): Promise<void> {
    const { media } = this.client;
    const checked: Checked[] = [];
    for (const job of jobs) {
      const { path, keys, elem } = job;
      const name = keys.name === undefined ? '' : elem[keys.name];
      const shown = typeof name === 'string' && name !== '' ? { name } : {};
      checked.push({ ...job, file: await media.checkLocal({ path, kind: keys.kind, ...shown }) });
    }
    for (const index of new Set(jobs.map((job) => job.index))) {
      await this.uploadElement(
        checked.filter((job) => job.index === index),
        index,
        sending,
      );
    }
  }

  /** A video and its snapshot count as one. */
  private async uploadElement(
    jobs: readonly Checked[],
    index: number,
    { message, shared, abort }: Sending,
  ): Promise<void> {
    const total = jobs.reduce((sum, { file }) => sum + file.size, 0);
    const tell = steps((current) => this.tell(message, index, current, total));
    let before = 0;
    for (const job of jobs) {
      const { file } = job;
      const id = await shared.idOf(file.kind, job.path, file.name, () => {
        abort.signal.throwIfAborted();
        return this.client.media.upload(file, (current) => tell(before + current, total), abort);
      });
      note(job, id);
      before += file.size;
      tell(before, total);
    }
  }

  private tell(message: NativeMessage, index: number, current: number, total: number): void {
    const { client } = this;
    if (!client.hasCallback(PROGRESS)) return;
    const json = writeJson(message);
    client.engine.callbacks.post(() => {
      client.notify<TIMMsgElemUploadProgressCallback>(PROGRESS, (cb, userData) => {
        cb(json, index, current, total, userData);
      });
    });
  }
}

function jobsOf(elem: NativeElem, index: number): Job[] {
  return (FILE_KEYS[elem.elem_type] ?? []).flatMap((keys, at) => {
    const path = elem[keys.path];
    if (typeof path !== 'string') return [];
    // A message that is passed on has the id of its file already; only the snapshot of a video may be missing.
    const missing = at === 0 && elem[keys.id] === '';
    return path !== '' || missing ? [{ index, elem, keys, path }] : [];
  });
}

/** Writes what is known of an uploaded file into its element. */
function note({ elem, keys, file, path }: Checked, id: string): void {
  const { image, size, name } = file;
  elem[keys.id] = id;
  elem[keys.size] = size;
  if (keys.name !== undefined) elem[keys.name] = name;
  if (image !== undefined && image.width > 0) noteSize(elem, keys, image);
  if (elem.elem_type === TIMElemType.kTIMElem_Image) {
    elem['image_elem_format'] = formatNumber(image);
  }
  const type = TYPE_KEYS[keys.path];
  if (type !== undefined && elem[type] === '') elem[type] = extensionOf(path);
}

function noteSize(elem: NativeElem, { width, height }: FileKeys, image: ImageFacts): void {
  if (width === undefined || height === undefined) return;
  elem[width] = image.width;
  elem[height] = image.height;
}

/** Where the extension of a file's name stands. */
const TYPE_KEYS: Readonly<Partial<Record<string, string>>> = {
  video_elem_video_path: 'video_elem_video_type',
  video_elem_image_path: 'video_elem_image_type',
};

function extensionOf(path: string): string {
  return /\.([A-Za-z0-9]{1,16})$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
