import {
  LIMITS,
  timError,
  utf8Length,
  type LogEntry,
  type Message,
  type SendParams,
  type SendResult,
} from '@tim-node/protocol';
import type { Settle, Withdraw } from '../connection/requests.js';
import type { Engine } from '../core/engine.js';
import { randomId } from '../host/random.js';

/** A message on its way out. */
export interface Outgoing extends Omit<SendParams, 'clientId'> {
  /** From `newId`, for a message that is sent again after a failure: it is stored once all the same. */
  readonly clientId?: string;
}

/** Bytes are only counted where there may be too many: a UTF-16 unit needs at most three. */
function isTooLong(body: string): boolean {
  return body.length * 3 > LIMITS.messageBytes && utf8Length(body) > LIMITS.messageBytes;
}

/** Sends messages and tells of those that come in, each one once. */
export class Messages {
  /** Stands before the ids of everything sent from here, so that our own messages are known when the log brings them back. */
  private readonly origin: string;
  private sent = 0;

  /** @param isRefused whether a user does not want to be told of a message of somebody else */
  constructor(
    private readonly engine: Engine,
    private readonly isRefused: (message: Message, userId: string) => boolean = () => false,
  ) {
    // Ids that grow with time lie side by side in the server's index.
    this.origin = `${Math.floor(engine.host.clock.now()).toString(36)}-${randomId().slice(0, 16)}`;
  }

  /**
   * Sends a message. Sent again over another connection it keeps its id, so it is stored once.
   * Returns what takes it back as long as it has not left.
   * Errors: 8001 longer than 12 KB, 20003 receiver unknown, 6014 not logged in, 9519 or 9520 no answer in time.
   */
  send(outgoing: Outgoing, settle: Settle<SendResult>): Withdraw {
    if (isTooLong(JSON.stringify(outgoing.body))) {
      this.engine.callbacks.post(() => settle({ error: timError('messageTooLong') }));
      return () => false;
    }
    return this.engine.call('msg.send', { ...outgoing, clientId: outgoing.clientId ?? this.newId() }, settle);
  }

  /** An id for a message that may have to be sent again. */
  newId(): string {
    this.sent += 1;
    return `${this.origin}-${this.sent}`;
  }

  /**
   * Listens to new messages of the user who is named, those from other instances of the same account and those that
   * nobody keeps included. Returns the function that stops it.
   */
  onReceived(listener: (messages: readonly Message[], userId: string) => void): () => void {
    const tell = (messages: readonly Message[], userId: string): void => {
      const wanted = messages.filter((each) => each.sender === userId || !this.isRefused(each, userId));
      if (wanted.length > 0) listener(wanted, userId);
    };
    const ends = [
      this.engine.on('entries', (entries, userId) => {
        tell(this.foreign(entries, userId), userId);
      }),
      this.engine.on('online', (message, userId) => {
        tell([message], userId);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }

  /** Without what this account has sent from here; what another account of this client has sent to it is news. */
  private foreign(entries: readonly LogEntry[], userId: string): Message[] {
    return entries
      .filter((entry) => entry.kind === 'message')
      .map(({ message }) => message)
      .filter(({ sender, clientId }) => sender !== userId || !clientId.startsWith(this.origin));
  }
}
