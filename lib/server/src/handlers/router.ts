import { randomUUID } from 'node:crypto';
import {
  isOpName,
  ops,
  timError,
  TIMError,
  type ErrorName,
  type OpName,
  type Ops,
  type ParamsOf,
  type RequestFrame,
  type ResultOf,
  type WireError,
} from '@tim-node/protocol';
import type { Logger } from 'pino';
import { delay, type Clock } from '../clock.js';
import { Encoded } from '../domain/encoded.js';
import type { Connection } from '../gateway/connection.js';
import type { Metrics } from '../metrics.js';
import type { Session } from '../session/session.js';
import { StoreFailure } from '../store/store.js';

/** Who asks. */
export interface Caller {
  readonly connection: Connection;
}

type Answer<R> = R | Encoded<R>;
type HandlersOf<Name extends OpName> = {
  readonly [K in Name]: (
    caller: Caller,
    params: ParamsOf<Ops[K]>,
  ) => Promise<Answer<ResultOf<Ops[K]>>> | Answer<ResultOf<Ops[K]>>;
};

/** One function for each operation; leaving one out does not compile. */
export type AllHandlers = HandlersOf<OpName>;
/** The operations whose names begin with the name of a feature. */
export type FeatureHandlers<Feature extends string> = HandlersOf<Extract<OpName, `${Feature}.${string}`>>;

/** Operations whose failures an operator wants to see. */
const AUTHENTICATION: ReadonlySet<string> = new Set<OpName>(['session.login', 'session.resume', 'session.renew']);

/** What a failure of the server is called, by feature. */
const INTERNAL: Readonly<Record<string, ErrorName>> = {
  msg: 'messageInternal',
  conv: 'conversationInternal',
  group: 'groupInternal',
};

type AnyHandler = (caller: Caller, params: unknown) => unknown;

/** The session of a caller; only operations that need a login ask for it. */
export function sessionOf({ connection }: Caller): Session {
  const { session } = connection;
  if (session === undefined) throw timError('notAuthenticated');
  return session;
}

/** Takes requests to their handlers and answers back. */
export class Router {
  /** Requests that wait for an answer. */
  pending = 0;
  private onQuiet: () => void = () => undefined;

  constructor(
    private readonly handlers: AllHandlers,
    private readonly clock: Clock,
    private readonly maxPending: number,
    private readonly metrics: Metrics,
    private readonly logger: Logger,
  ) {}

  handle(connection: Connection, { id, op, params }: RequestFrame): void {
    const refusal = this.refusal(connection, op, params);
    if (refusal !== undefined) {
      this.fail(connection, id, op, refusal);
      return;
    }
    connection.pending += 1;
    this.pending += 1;
    void this.carryOut(connection, id, op as OpName, params);
  }

  /** Resolves when no request waits for an answer any more, at the latest after `patience` milliseconds. */
  async quiet(patience: number): Promise<void> {
    if (this.pending === 0) return;
    const quiet = new AbortController();
    this.onQuiet = () => {
      quiet.abort();
    };
    await delay(this.clock, patience, quiet.signal);
  }

  private refusal(connection: Connection, name: string, params: unknown): TIMError | undefined {
    if (!isOpName(name)) return timError('notSupported', 'the server does not know this operation');
    const op = ops[name];
    if (op.needs === 'login' && connection.session === undefined) return timError('notAuthenticated');
    if (connection.pending >= this.maxPending) return timError('tooManyRequests');
    const problem = op.params.check(params, 'params');
    return problem === undefined ? undefined : timError('invalidParameters', problem);
  }

  private async carryOut(connection: Connection, id: number, op: OpName, params: unknown): Promise<void> {
    try {
      const handler = this.handlers[op] as AnyHandler;
      const result = await handler({ connection }, params);
      if (result instanceof Encoded) connection.sendEncoded(`{"id":${id},"result":${result.json}}`);
      else connection.send({ id, result });
      this.metrics.requests.add(op, '0');
    } catch (error) {
      this.fail(connection, id, op, this.toError(op, error));
    } finally {
      connection.pending -= 1;
      this.pending -= 1;
      if (this.pending === 0) this.onQuiet();
      if (!connection.authenticating) connection.release();
    }
  }

  private fail(connection: Connection, id: number, op: string, { code, desc, retryAfter, reason }: TIMError): void {
    this.metrics.requests.add(isOpName(op) ? op : 'unknown', String(code));
    if (AUTHENTICATION.has(op)) {
      this.logger.info({ connection: connection.id, address: connection.address, op, code }, 'refused');
    }
    const error: WireError = {
      code,
      desc,
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...(reason === undefined ? {} : { reason }),
    };
    connection.send({ id, error });
  }

  /** What a client may know about a failure; the rest is in the log under the same number. */
  private toError(op: OpName, error: unknown): TIMError {
    if (error instanceof TIMError) return error;
    const name = INTERNAL[op.slice(0, op.indexOf('.'))] ?? 'accountInternal';
    if (error instanceof StoreFailure && error.kind === 'unavailable') {
      this.logger.debug({ err: error, op }, 'a request failed');
      return timError(name, 'the database does not answer', { retryAfter: 1000 });
    }
    const number = randomUUID();
    this.logger.error({ err: error, op, number }, 'a request failed');
    if (error instanceof StoreFailure && error.kind === 'busy') {
      return timError(name, 'the server is overloaded', { retryAfter: 1000 });
    }
    return timError(name, `the server failed; its log tells more under ${number}`);
  }
}
