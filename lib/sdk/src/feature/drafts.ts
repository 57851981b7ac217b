import { isRecord } from '@tim-node/protocol';
import type { Draft } from './conversation-change.js';

/* Drafts are kept as messages of the native API, so that all styles can read them. */

/** The draft of a text; nothing for the empty one. */
export function draftOfText(text: string, time: number): Draft | undefined {
  if (text === '') return undefined;
  const message = { message_elem_array: [{ elem_type: 0, text_elem_content: text }] };
  return { message: JSON.stringify(message), custom: '', time };
}

/** The text of a draft; empty for one of something else. */
export function textOfDraft(draft: Draft | undefined): string {
  if (draft === undefined) return '';
  try {
    const message: unknown = JSON.parse(draft.message);
    const elems = isRecord(message) ? message['message_elem_array'] : undefined;
    const elem: unknown = Array.isArray(elems) ? elems[0] : undefined;
    const text = isRecord(elem) ? elem['text_elem_content'] : undefined;
    return typeof text === 'string' ? text : '';
  } catch {
    return '';
  }
}
