import { CLOSE } from '@tim-node/protocol';
import type { Transport, TransportEvents } from './transport.js';

/** The part of the W3C WebSocket interface that is used here; browsers, Electron and undici have it. */
export interface W3cWebSocket {
  binaryType: string;
  readonly readyState: number;
  readonly bufferedAmount: number;
  onmessage: ((event: { data: unknown }) => void) | null;
  onerror: ((event: object) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  send(text: string): void;
  close(code?: number, reason?: string): void;
}

const OPEN = 1;

/** Carries text messages over a W3C WebSocket. `onEnd` runs once when it is finished with. */
export class W3cTransport implements Transport {
  private cause: string | undefined;
  private ended = false;

  constructor(
    private readonly socket: W3cWebSocket,
    private readonly events: TransportEvents,
    private readonly onEnd: () => void = () => undefined,
  ) {
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }) => {
      if (this.ended) return;
      if (typeof data === 'string') events.onMessage(data);
      else socket.close(CLOSE.clientProtocol.code, CLOSE.clientProtocol.meaning);
    };
    socket.onerror = (event) => {
      this.cause = describe(event);
    };
    socket.onclose = ({ code, reason }) => {
      onEnd();
      if (this.ended) return;
      this.ended = true;
      events.onClose({ code, reason, ...(this.cause === undefined ? {} : { cause: this.cause }) });
    };
  }

  get unsent(): number {
    return this.socket.bufferedAmount;
  }

  send(text: string): void {
    if (this.socket.readyState === OPEN) this.socket.send(text);
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  /** This interface cannot destroy a socket: it is closed and no longer listened to. */
  drop(): void {
    this.ended = true;
    this.socket.close();
    this.onEnd();
  }
}

/** Browsers tell nothing about a failed connection; undici puts the error into the event. */
function describe(event: object): string {
  const error: unknown = 'error' in event ? event.error : undefined;
  if (!(error instanceof Error)) return 'the connection failed';
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  return cause ?? error.message;
}
