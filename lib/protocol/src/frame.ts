import { parseJson } from './json.js';
import { KICK_REASONS, type KickReason } from './model/user.js';
import { int, isRecord, obj, oneOf, opt, text, type Schema } from './schema.js';

/**
 * What travels in one WebSocket text message: a frame, or a list of frames that a busy sender has packed.
 * Frames are told apart by the key they have, in the order of this union.
 */
export type Frame = RequestFrame | ResultFrame | ErrorFrame | PushFrame | PingFrame | PongFrame;

/** Client to server: carry out an operation. */
export interface RequestFrame {
  readonly id: number;
  readonly op: string;
  readonly params: unknown;
}

/** Server to client: the operation succeeded. */
export interface ResultFrame {
  readonly id: number;
  readonly result: unknown;
}

/** Server to client: the operation failed and changed nothing. */
export interface ErrorFrame {
  readonly id: number;
  readonly error: WireError;
}

export interface WireError {
  /** From the error catalogue. */
  readonly code: number;
  readonly desc: string;
  /** Try again after this many milliseconds. */
  readonly retryAfter?: number;
  /** For a session that was kicked: why. */
  readonly reason?: KickReason;
}

/** Server to client, unasked. */
export interface PushFrame {
  readonly push: string;
  readonly data: unknown;
}

/** Are you there? Either side may ask; the answer repeats the number, so that a late one proves nothing. */
export interface PingFrame {
  readonly ping: number;
  /** Server clock, unix milliseconds; only from the server. */
  readonly time?: number;
}

export interface PongFrame {
  readonly pong: number;
  readonly time?: number;
}

/** A text that is not a frame. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/** Most frames in one WebSocket message. */
const MAX_PACKED = 1000;

/** Reads a WebSocket text message. Throws a FrameError or JsonError for anything that is not a frame. */
export function decodeFrames(text: string): Frame[] {
  const value = parseJson(text);
  if (!Array.isArray(value)) return [toFrame(value)];
  if (value.length > MAX_PACKED) throw new FrameError('too many frames in one message');
  return value.map(toFrame);
}

function toFrame(value: unknown): Frame {
  if (!isRecord(value)) throw new FrameError('a frame must be an object');
  const { ping, pong, time } = value;
  if (isId(ping) || isId(pong)) {
    if (time === undefined || isId(time)) return value as unknown as Frame;
    throw new FrameError('the time of a ping or pong must be a whole number');
  }
  if (typeof value['push'] === 'string') return value as unknown as PushFrame;
  if (!isId(value['id'])) throw new FrameError('a frame needs an id, a push name, a ping or a pong');
  if (
    typeof value['op'] === 'string' ||
    Object.hasOwn(value, 'result') ||
    wireError.check(value['error'], 'error') === undefined
  ) {
    return value as unknown as Frame;
  }
  throw new FrameError('a frame with an id needs an op, a result or an error');
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

const wireError: Schema<WireError> = obj<WireError>({
  code: int(),
  desc: text(),
  retryAfter: opt(int(0)),
  reason: opt(oneOf(...KICK_REASONS)),
});

export function encodeFrame(frame: Frame): string {
  return JSON.stringify(frame);
}

/** One WebSocket message out of frames that are already encoded. */
export function packFrames(encoded: readonly string[]): string {
  const [only] = encoded;
  return encoded.length === 1 && only !== undefined ? only : `[${encoded.join(',')}]`;
}
