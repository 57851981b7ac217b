import { conversationOps } from './conversation.js';
import { groupOps } from './group.js';
import { marksOps } from './marks.js';
import { mediaOps } from './media.js';
import { messageOps } from './message.js';
import { sessionOps } from './session.js';
import { syncOps } from './sync.js';

/** Every wire operation. */
export const ops = {
  ...sessionOps,
  ...messageOps,
  ...marksOps,
  ...conversationOps,
  ...groupOps,
  ...mediaOps,
  ...syncOps,
};
export type Ops = typeof ops;
export type OpName = keyof Ops;

/** Whether a name from a frame is an operation (own names only, so `constructor` is not). */
export function isOpName(name: string): name is OpName {
  return Object.hasOwn(ops, name);
}
