import { LIMITS, packFrames } from '@tim-node/protocol';

/** Characters of frames that are packed into one WebSocket message. */
const MAX_MESSAGE = 128 * 1024;
/** Frames in one WebSocket message. */
const MAX_FRAMES = 500;
/** A burst of one turn may be this many times what a slow reader may leave unread. */
const BURST = 4;

/** Where packed messages go. */
export interface Wire {
  /** Bytes that the peer has not taken yet. */
  readonly bufferedAmount: number;
  send(message: string): void;
}

/** Frames of one turn on their way out. They travel packed, and a peer that does not read is noticed. */
export class Outbox {
  private frames: string[] = [];
  private size = 0;

  get isEmpty(): boolean {
    return this.frames.length === 0;
  }

  /** False: more has come together in one turn than anybody may be sent. */
  add(frame: string): boolean {
    this.frames.push(frame);
    this.size += frame.length;
    return this.size <= LIMITS.outQueueBytes * BURST;
  }

  /**
   * Sends everything. False: the peer has left too much of earlier turns unread, and nothing was sent.
   */
  flush(wire: Wire): boolean {
    const unread = wire.bufferedAmount;
    if (unread > 0 && unread + this.size > LIMITS.outQueueBytes) return false;
    for (const message of packed(this.frames)) wire.send(message);
    this.frames = [];
    this.size = 0;
    return true;
  }
}

/** Frames put together into messages, in order. */
export function packed(frames: readonly string[]): string[] {
  const messages: string[] = [];
  let start = 0;
  let size = 0;
  for (const [at, frame] of frames.entries()) {
    if (at > start && (at - start >= MAX_FRAMES || size + frame.length > MAX_MESSAGE)) {
      messages.push(packFrames(frames.slice(start, at)));
      start = at;
      size = 0;
    }
    size += frame.length;
  }
  if (start < frames.length) messages.push(packFrames(frames.slice(start)));
  return messages;
}
