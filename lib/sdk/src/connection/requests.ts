import {
  encodeFrame,
  LIMITS,
  ops,
  timError,
  TIMError,
  utf8Length,
  type OpName,
  type Ops,
  type ParamsOf,
  type ResultOf,
  type Schema,
  type WireError,
} from '@tim-node/protocol';
import type { Clock, Timer } from '../host/clock.js';

/** How a request ended: with a value or with an error, never both. */
export type Outcome<T> = { readonly value: T } | { readonly error: TIMError };
export type Settle<T> = (outcome: Outcome<T>) => void;

interface Request {
  readonly id: number;
  readonly op: OpName;
  readonly text: string;
  /** `session` requests belong to one connection; `call` requests wait for a session and may outlive connections. */
  readonly lane: 'session' | 'call';
  readonly settle: Settle<unknown>;
  readonly deadline: Timer;
  sent: boolean;
  /** It was sent at least once, perhaps over a connection that is gone. */
  left: boolean;
  /** It was sent more than once. */
  again: boolean;
}

/** Where requests leave. */
export interface Outlet {
  write(text: string): void;
}

/** Takes a request back; false when it has left or is settled, so that there is nothing to take back any more. */
export type Withdraw = () => boolean;

/**
 * All requests of one client. A request is in exactly one place: queued, sent, or settled and gone.
 * Settling happens exactly once, by an answer, a lost connection, the deadline, or `failAll`.
 */
export class Requests {
  private readonly pending = new Map<number, Request>();
  private lastId = 0;
  private outlet: Outlet | undefined;
  private gateOpen = false;
  /** A request is settled within this time unless it says otherwise; milliseconds. */
  deadline: number = LIMITS.callDeadline;

  constructor(private readonly clock: Clock) {}

  get size(): number {
    return this.pending.size;
  }

  /** A connection has come up: session requests can be sent. */
  connected(outlet: Outlet): void {
    this.outlet = outlet;
  }

  /** The session is attached: waiting calls go out in the order they were made. */
  openGate(): void {
    this.gateOpen = true;
    for (const request of this.pending.values()) {
      if (request.lane === 'call' && !request.sent) this.transmit(request);
    }
  }

  /** The session is gone; calls wait from now on. */
  closeGate(): void {
    this.gateOpen = false;
  }

  /** The connection is gone: what the server would answer twice the same waits for the next one, the rest fails. */
  disconnected(): void {
    this.outlet = undefined;
    this.gateOpen = false;
    for (const request of [...this.pending.values()]) {
      if (request.lane === 'call' && (!request.sent || ops[request.op].resend)) request.sent = false;
      else this.finish(request, { error: timError('disconnected', 'the connection was lost before the answer came') });
    }
  }

  /** Sends over the present connection; fails when there is none. */
  ask<K extends OpName>(op: K, params: ParamsOf<Ops[K]>, settle: Settle<ResultOf<Ops[K]>>, limit?: number): void {
    if (this.outlet === undefined) {
      settle({ error: timError('disconnected') });
      return;
    }
    this.add(op, params, 'session', settle, limit);
  }

  /** Sends as soon as a session is attached, again after a reconnect where the operation allows it. */
  call<K extends OpName>(op: K, params: ParamsOf<Ops[K]>, settle: Settle<ResultOf<Ops[K]>>, limit?: number): Withdraw {
    return this.add(op, params, 'call', settle, limit);
  }

  private add<K extends OpName>(
    op: K,
    params: ParamsOf<Ops[K]>,
    lane: Request['lane'],
    settle: Settle<ResultOf<Ops[K]>>,
    limit: number = this.deadline,
  ): Withdraw {
    const id = ++this.lastId;
    const text = encodeFrame({ id, op, params });
    const refusal = this.refuse(text);
    if (refusal !== undefined) {
      settle({ error: refusal });
      return () => false;
    }
    const request: Request = {
      id,
      op,
      text,
      lane,
      settle: settle as Settle<unknown>,
      deadline: this.clock.setTimeout(() => {
        this.expire(request);
      }, limit),
      sent: false,
      left: false,
      again: false,
    };
    this.pending.set(id, request);
    if (lane === 'session' || this.gateOpen) this.transmit(request);
    return () => this.withdraw(request);
  }

  private withdraw(request: Request): boolean {
    if (request.left || this.pending.get(request.id) !== request) return false;
    this.finish(request, { error: timError('sendCancelled') });
    return true;
  }

  private refuse(text: string): TIMError | undefined {
    if (this.pending.size >= LIMITS.pendingRequests) return timError('tooManyRequests');
    const tooBig = text.length * 3 > LIMITS.frameBytes && utf8Length(text) > LIMITS.frameBytes;
    return tooBig ? timError('frameTooBig') : undefined;
  }

  private transmit(request: Request): void {
    if (this.outlet === undefined) return;
    request.sent = true;
    request.again = request.left;
    request.left = true;
    this.outlet.write(request.text);
  }

  private expire(request: Request): void {
    this.finish(request, { error: timError(request.sent ? 'answerTimeout' : 'sendTimeout') });
  }

  /** An answer has come. Answers to requests that are already settled are dropped. */
  answered(id: number, answer: { result: unknown } | { error: WireError }): void {
    const request = this.pending.get(id);
    if (request?.sent !== true) return;
    if ('error' in answer) {
      const { code, desc, ...options } = answer.error;
      const isDone = request.again && ops[request.op].done?.includes(code) === true;
      this.finish(request, isDone ? { value: {} } : { error: new TIMError(code, desc, options) });
      return;
    }
    const schema: Schema<unknown> = ops[request.op].result;
    const problem = schema.check(answer.result, request.op);
    this.finish(
      request,
      problem === undefined ? { value: answer.result } : { error: timError('internal', `bad answer: ${problem}`) },
    );
  }

  /** Settles every call with an error: the session or the client has ended. */
  failCalls(error: TIMError): void {
    for (const request of [...this.pending.values()]) {
      if (request.lane === 'call') this.finish(request, { error });
    }
  }

  private finish(request: Request, outcome: Outcome<unknown>): void {
    if (!this.pending.delete(request.id)) return;
    this.clock.clearTimeout(request.deadline);
    request.settle(outcome);
  }
}
