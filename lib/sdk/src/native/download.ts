import { timError, type TIMError } from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import type { DownloadElemParam, MsgDownloadElemResult } from './generated/structs.js';
import type { Reply } from './row.js';
import { steps } from '../feature/steps.js';

/** What the description of a callback says while a download is under way. */
export const DOWNLOADING = 'downloading';

const MEDIA_ID = /^[A-Za-z0-9_-]{1,64}$/;
const MEDIA_URL = /\/media\/\d+\/([A-Za-z0-9_-]{1,64})(?:[?#]|$)/;

/** Downloads a file of a message. Tells how far it is, and then once how it has ended. */
export function download(
  client: ClientCore,
  param: DownloadElemParam,
  path: string,
  reply: Reply<MsgDownloadElemResult>,
): void {
  const id = idOf(param);
  if (id === undefined) {
    reply({ error: timError('invalidParameters', 'msg_download_elem_param_id names no file of a message') });
    return;
  }
  const onProgress = steps((current, total) => {
    reply({ desc: DOWNLOADING, json: resultOf(current, total) });
  });
  client.media.download(id, path, onProgress, new AbortController()).then(
    (size) => reply({ json: resultOf(size, size) }),
    (error: unknown) => reply({ error: error as TIMError }),
  );
}

/** Elements name a file by its id, and by an address that ends in it. */
function idOf(param: DownloadElemParam): string | undefined {
  const { msg_download_elem_param_id: id, msg_download_elem_param_url: url } = param as Record<string, unknown>;
  if (typeof id === 'string' && MEDIA_ID.test(id)) return id;
  return typeof url === 'string' ? MEDIA_URL.exec(url)?.[1] : undefined;
}

function resultOf(current: number, total: number): MsgDownloadElemResult {
  return { msg_download_elem_result_current_size: current, msg_download_elem_result_total_size: total };
}
