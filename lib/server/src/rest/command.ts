import type { Schema } from '@tim-node/protocol';
import type { Clock } from '../clock.js';
import type { Registry } from '../session/registry.js';
import type { Sessions } from '../session/sessions.js';
import type { SettingsBook } from '../settings.js';
import type { Store } from '../store/store.js';
import type { RestCode } from './codes.js';

/** What commands work with; always within one app. */
export interface RestContext {
  readonly app: number;
  readonly store: Store;
  readonly sessions: Sessions;
  readonly registry: Registry;
  readonly settings: SettingsBook;
  readonly clock: Clock;
}

/** One command of the REST API. */
export interface Command<P> {
  /** What the body must look like. */
  readonly request: Schema<P>;
  /** What a body of another form is answered. */
  readonly refusal: RestCode;
  /** Carries it out; the result is put beside the envelope. */
  readonly run: (context: RestContext, params: P) => Promise<object>;
}

/** A command whose parameters nobody needs to name any more. */
export type AnyCommand = Command<never>;

export function command<P>(row: Command<P>): AnyCommand {
  return row as unknown as AnyCommand;
}
