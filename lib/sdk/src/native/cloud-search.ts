import { LIMITS, timError, type SearchItem, type SearchParams } from '@tim-node/protocol';
import { NOTHING_FOUND, toCount, toQuery } from './archive.js';
import type { ClientCore } from './client-core.js';
import { toConvType } from './codec/kept.js';
import type { MessageSearchParam, MessageSearchResult, MessageSearchResultItem } from './generated/structs.js';
import { answerWith, attempt } from './located.js';
import type { Reply } from './row.js';
import { showKept } from './shown.js';

/** Messages in a page where the app does not say how many. */
const USUAL_PAGE = 20;

/** TIMMsgSearchCloudMessages. */
export function searchCloud(
  client: ClientCore,
  [param]: readonly [MessageSearchParam],
  reply: Reply<MessageSearchResult>,
): void {
  attempt(reply, () => {
    const params = toParams(client, param);
    if (params.types?.length === 0) {
      reply({ json: NOTHING_FOUND });
      return;
    }
    client.history.search(
      params,
      answerWith(reply, ({ items, total, cursor = '' }) => ({
        msg_search_result_item_array: items.map((item) => toItem(client, item, params.target !== undefined)),
        msg_search_result_search_cursor: cursor,
        msg_search_result_total_count: total,
      })),
    );
  });
}

/** @throws TIMError 6017 for what only a search on this machine can do */
function toParams(client: ClientCore, param: MessageSearchParam): SearchParams {
  const { words, every, conv, senders, types, since, until } = toQuery(client, param);
  const cursor = param.msg_search_param_search_cursor;
  if (words.length > LIMITS.searchWords) {
    throw timError('invalidParameters', `msg_search_param_keyword_array holds more than ${LIMITS.searchWords}`);
  }
  return {
    words: [...words],
    every,
    limit: limitOf(param),
    ...(conv === undefined ? {} : { target: conv }),
    ...(senders === undefined ? {} : { senders: [...senders] }),
    ...(types === undefined ? {} : { types: [...types] }),
    ...(since === undefined ? {} : { since: Math.max(0, since) }),
    ...(until === undefined ? {} : { until }),
    ...(typeof cursor === 'string' && cursor !== '' ? { cursor } : {}),
  };
}

function limitOf(param: MessageSearchParam): number {
  const wanted = toCount(param.msg_search_param_search_count);
  if (wanted > 0) return Math.min(wanted, LIMITS.searchPage);
  if (toCount(param.msg_search_param_page_index) > 0) {
    throw timError('invalidParameters', 'further pages of the server go by msg_search_param_search_cursor');
  }
  return Math.min(toCount(param.msg_search_param_page_size) || USUAL_PAGE, LIMITS.searchPage);
}

/** Of several conversations, those with more than one message tell how many; the app asks for the conversation. */
function toItem(
  client: ClientCore,
  { target, messages, ...marks }: SearchItem,
  isOne: boolean,
): MessageSearchResultItem {
  const kept = client.lists.keep(target, messages);
  client.reading.note(client.archive.ownerId, target, marks);
  return {
    msg_search_result_item_conv_id: target.id,
    msg_search_result_item_conv_type: toConvType(target),
    msg_search_result_item_message_array:
      isOne || kept.length === 1 ? kept.map((each) => showKept(client, each, marks)) : [],
    msg_search_result_item_total_message_count: kept.length,
  };
}
