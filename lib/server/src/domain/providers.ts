import {
  isRecord,
  LIMITS,
  timError,
  type ElemType,
  type Target,
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

/** What is looked for among messages. */
export interface MessageQuery {
  readonly words: readonly string[];
  /** Whether all of the words must be there, or one is enough. */
  readonly every: boolean;
  /** Absent: whoever has sent it. */
  readonly senders?: readonly string[];
  /** Only messages with an element of one of these kinds. */
  readonly types?: readonly ElemType[];
  /** Not older than this; unix seconds. */
  readonly since?: number;
  /** Not newer than this; unix seconds. */
  readonly until?: number;
  /** Most places to answer with. */
  readonly limit: number;
  /** What the page before has answered; empty at first. */
  readonly cursor: string;
  /** Where to look: the conversations of this user, each with the place after which he can see messages. */
  readonly conversations: readonly {
    /** Names it in the database: `group:` and the group id, or `c2c:` and both UserIDs in order, with a colon between. */
    readonly conversation: string;
    readonly target: Target;
    readonly above: number;
  }[];
}

/** A message by its place. */
export interface MessagePlace {
  readonly conversation: string;
  readonly seq: number;
}

export interface FoundMessages {
  /** The best ones first. */
  readonly places: readonly MessagePlace[];
  /** For the next page; absent or empty when this was the last one. */
  readonly cursor?: string;
  /** How many messages there are when one conversation was asked for, else how many conversations. */
  readonly total?: number;
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
  /** Finds messages. What the user may not see is left out afterwards; telling it does no harm. */
  readonly searchMessages?: (query: MessageQuery, call: ProviderCall) => Promise<FoundMessages>;
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

  async searchMessages(session: Session, query: MessageQuery): Promise<FoundMessages> {
    const found: unknown = await this.ask(session, 'searchMessages', (call) =>
      this.providers.searchMessages?.(query, call),
    );
    const problem = problemOf(found, query.limit);
    if (problem !== undefined) throw this.failure('searchMessages', new TypeError(problem));
    return found as FoundMessages;
  }

  /** @throws TIMError 7013 when there is no such provider */
  check(name: keyof Providers): void {
    if (this.providers[name] === undefined) throw timError('notSupported', `the server was given no provider: ${name}`);
  }

  private async ask<T>(
    { app, user }: Session,
    name: keyof Providers,
    run: (call: ProviderCall) => Promise<T> | undefined,
  ): Promise<T> {
    this.check(name);
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

/** What is wrong with what a provider has found. */
function problemOf(found: unknown, limit: number): string | undefined {
  if (!isRecord(found)) return 'not an object';
  const { places, cursor = '', total = 0 } = found;
  if (!Array.isArray(places) || !places.every(isPlace)) return 'places must be an array of conversations and seqs';
  if (places.length > limit) return `more than ${limit} places`;
  if (!isText(cursor) || Buffer.byteLength(cursor) > LIMITS.searchCursorBytes) {
    return `cursor must be a text of ${LIMITS.searchCursorBytes} bytes at most`;
  }
  return isCount(total) ? undefined : 'total must be a whole number';
}

function isPlace(place: unknown): boolean {
  return isRecord(place) && typeof place['conversation'] === 'string' && isCount(place['seq']);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

const LATE = Symbol('late');

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\u0000');
}
