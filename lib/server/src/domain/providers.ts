import {
  timError,
  type TranslateParams,
  type TranslateResult,
  type VoiceParams,
  type VoiceResult,
} from '@tim-node/protocol';
import type { Logger } from 'pino';
import { delay, type Clock } from '../clock.js';
import type { Session } from '../session/session.js';

/** Who asks a provider, and until when. */
export interface ProviderCall {
  readonly sdkAppId: number;
  readonly userId: string;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** What a server cannot do by itself and is given functions for. */
export interface Providers {
  /** Translates texts; answers with as many, in the same order. */
  readonly translate?: (
    params: { readonly texts: readonly string[]; readonly source: string; readonly target: string },
    call: ProviderCall,
  ) => Promise<readonly string[]>;
  /** Writes down what is said in a sound. Users choose the address: fetch nothing from your own network. */
  readonly voiceToText?: (
    params: { readonly url: string; readonly language: string },
    call: ProviderCall,
  ) => Promise<string>;
}

/** A provider has this long; milliseconds. Clients wait longer. */
const PATIENCE = 20_000;

/** Asks the providers; what these do wrong is their users' error and nobody else's. */
export class ProvidedServices {
  constructor(
    private readonly providers: Providers,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async translate(session: Session, { texts, source, target }: TranslateParams): Promise<TranslateResult> {
    const translated: unknown = await this.ask(session, 'translate', (call) =>
      this.providers.translate?.({ texts, source, target }, call),
    );
    if (!Array.isArray(translated) || translated.length !== texts.length || !translated.every(isText)) {
      throw this.failure('translate', new TypeError('not as many texts as were given'));
    }
    return { texts: [...translated] };
  }

  async voiceToText(session: Session, { url, language }: VoiceParams): Promise<VoiceResult> {
    const text: unknown = await this.ask(session, 'voiceToText', (call) =>
      this.providers.voiceToText?.({ url, language }, call),
    );
    if (!isText(text)) throw this.failure('voiceToText', new TypeError('not a text'));
    return { text };
  }

  private async ask<T>(
    { app, user }: Session,
    name: keyof Providers,
    run: (call: ProviderCall) => Promise<T> | undefined,
  ): Promise<T> {
    if (this.providers[name] === undefined) throw timError('notSupported', `the server was given no provider: ${name}`);
    const over = new AbortController();
    const late = delay(this.clock, PATIENCE, over.signal).then(() => LATE);
    const answered = async (): Promise<T | undefined> => run({ sdkAppId: app, userId: user, signal: over.signal });
    try {
      const answer = await Promise.race([answered(), late]);
      if (answer !== LATE) return answer as T;
    } catch (error) {
      throw this.failure(name, error);
    } finally {
      over.abort();
    }
    throw this.failure(name, 'no answer in time');
  }

  private failure(name: keyof Providers, cause: unknown): Error {
    this.logger.warn({ err: cause, provider: name }, 'a provider has failed');
    return timError('messageInternal', `the provider has failed or was too slow: ${name}`);
  }
}

const LATE = Symbol('late');

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\u0000');
}
