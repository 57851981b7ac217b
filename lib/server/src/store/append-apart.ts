import type { Appended, Send } from './calls/messages.js';
import { StoreFailure } from './store.js';

type Append = (sends: readonly Send[]) => Promise<readonly Appended[]>;

/**
 * Stores messages in order. When the database does not take them together, they go in halves, so that one that it takes
 * on no account costs the others neither their places nor their order: nothing else may be stored until this ends.
 *
 * @param append stores some of them, wholly or not at all; rejects with a StoreFailure
 */
export async function appendApart(sends: readonly Send[], append: Append): Promise<readonly Appended[]> {
  try {
    return await append(sends);
  } catch (error) {
    if (!isOfMessages(error) || sends.length < 2) throw error;
    return inHalves(sends, append);
  }
}

async function inHalves(sends: readonly Send[], append: Append): Promise<readonly Appended[]> {
  const middle = Math.ceil(sends.length / 2);
  const answers: Appended[] = [];
  for (const half of [sends.slice(0, middle), sends.slice(middle)]) {
    try {
      answers.push(...(await append(half)));
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      // What was stored so far stays: only these have failed.
      if (isOfMessages(error) && half.length > 1) answers.push(...(await inHalves(half, append)));
      else answers.push(...half.map(() => failed(error)));
    }
  }
  return answers;
}

/** Whether it was what should be stored that failed, and not the store. */
const isOfMessages = (error: unknown): boolean => error instanceof StoreFailure && error.kind === 'failed';

const failed = ({ kind, message }: StoreFailure): Appended => ({ type: 'failed', kind, message });
