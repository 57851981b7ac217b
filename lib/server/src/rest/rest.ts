import { ERRORS, isRecord, isUserId, parseJson, TIMError } from '@tim-node/protocol';
import type { Logger } from 'pino';
import type { Apps } from '../apps.js';
import type { SigChecker } from '../auth/sig-checker.js';
import type { Metrics } from '../metrics.js';
import type { Store } from '../store/store.js';
import { restError, RestError, REST_CODES } from './codes.js';
import type { AnyCommand, RestContext } from './command.js';
import { accountCommands } from './commands/account.js';
import { configCommands } from './commands/config.js';
import { statusCommands } from './commands/status.js';

/** Every command by `<service>/<command>`. */
const commands: ReadonlyMap<string, AnyCommand> = new Map(
  Object.entries({ ...accountCommands, ...statusCommands, ...configCommands }),
);

export type Query = Readonly<Record<string, unknown>>;

export interface RestParts extends Omit<RestContext, 'app'> {
  readonly apps: Apps;
  readonly sigs: SigChecker;
  readonly administrators: readonly string[];
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** The REST API: who may call, what is called, and the envelope around every answer. */
export class Rest {
  private readonly administrators: ReadonlySet<string>;

  constructor(private readonly parts: RestParts) {
    this.administrators = new Set(parts.administrators);
  }

  /**
   * Carries out one call. Never rejects: failures are answers too.
   *
   * @param name `<service>/<command>`
   * @param body the bytes as they came
   */
  async call(name: string, query: Query, body: Buffer): Promise<object> {
    try {
      const result = await this.carryOut(name, query, body);
      this.count(name, 0);
      return { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0, ...result };
    } catch (error) {
      const { code, info } = this.toRestError(name, error);
      this.count(name, code);
      return failure(code, info);
    }
  }

  private async carryOut(name: string, query: Query, body: Buffer): Promise<object> {
    const app = await this.authorise(query);
    const row = commands.get(name);
    if (row === undefined) throw restError('noSuchCommand');
    const params = parseBody(body);
    const problem = row.request.check(params, 'body');
    if (problem !== undefined) throw restError(row.refusal, problem);
    return row.run({ ...this.parts, app }, params as never);
  }

  /** The app of the call, once its administrator has proved who he is. */
  private async authorise({ sdkappid, identifier, usersig }: Query): Promise<number> {
    const { apps, sigs, store } = this.parts;
    if (sdkappid === undefined || sdkappid === '') throw restError('noAppId');
    const app = typeof sdkappid === 'string' && /^\d{1,15}$/.test(sdkappid) ? Number(sdkappid) : NaN;
    if (!apps.has(app)) throw restError('badAppId');
    if (!isUserId(identifier)) throw restError('badIdentifier');
    if (typeof usersig !== 'string' || usersig === '') throw restError('badUserSig');
    const sig = sigs.check(app, identifier, usersig);
    // Only now: whoever is not an administrator must not learn who is.
    if (!this.administrators.has(identifier)) throw restError('notAdministrator');
    await this.refuseRevoked(store, app, identifier, sig.time);
    return app;
  }

  private async refuseRevoked(store: Store, app: number, user: string, sigTime: number): Promise<void> {
    const { code, meaning } = ERRORS.sigRevoked;
    if (await store.sigRevoked({ app, user, sigTime })) throw new RestError(code, meaning);
  }

  private toRestError(name: string, error: unknown): { readonly code: number; readonly info: string } {
    if (error instanceof RestError) return error;
    if (error instanceof TIMError) return { code: error.code, info: error.desc };
    this.parts.logger.error({ err: error, command: name }, 'a REST call failed');
    return REST_CODES.internal;
  }

  private count(name: string, code: number): void {
    this.parts.metrics.rest.add(commands.has(name) ? name : 'unknown', String(code));
  }
}

export function failure(ErrorCode: number, ErrorInfo: string): object {
  return { ActionStatus: 'FAIL', ErrorInfo, ErrorCode };
}

function parseBody(body: Buffer): unknown {
  let value: unknown;
  try {
    value = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw restError('notJson');
  }
  if (!isRecord(value)) throw restError('notJson');
  return value;
}
