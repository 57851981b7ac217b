import { CLOSE } from '@tim-node/protocol';
import { WebSocket, type ClientOptions, type RawData } from 'ws';
import { describeError, failedTransport } from './failed.js';
import type { DialOptions, Transport, TransportEvents } from './transport.js';

/** Larger than any frame that a server may send. */
const MAX_FRAME = 8 * 1024 * 1024;
/** How long a goodbye may take before the socket is destroyed; milliseconds. */
const CLOSE_TIMEOUT = 1000;

// The option is newer than the type declarations.
const socketOptions: ClientOptions & { closeTimeout: number } = {
  perMessageDeflate: false,
  maxPayload: MAX_FRAME,
  closeTimeout: CLOSE_TIMEOUT,
};

/** Opens a connection with the `ws` library. */
export function dialWs(options: DialOptions, events: TransportEvents): Transport {
  let socket: OwnedSocket;
  try {
    socket = new OwnedSocket(options.url, {
      ...socketOptions,
      ...(options.ca === undefined ? {} : { ca: [...options.ca] }),
    });
  } catch (error) {
    return failedTransport(events, error);
  }
  return new WsTransport(socket, events);
}

/** Its listeners find the transport here: functions made for each connection would cost it a tenth of its memory. */
class OwnedSocket extends WebSocket {
  owner?: WsTransport;
}

function onError(this: OwnedSocket, error: Error): void {
  this.owner?.failed(error);
}

function onMessage(this: OwnedSocket, data: RawData, isBinary: boolean): void {
  this.owner?.receive(data, isBinary);
}

function onClose(this: OwnedSocket, code: number, reason: Buffer): void {
  this.owner?.end(code, reason.toString());
}

class WsTransport implements Transport {
  private cause: string | undefined;
  private ended = false;

  constructor(
    private readonly socket: OwnedSocket,
    private readonly events: TransportEvents,
  ) {
    // First of all: an `error` event without a listener would end the process.
    socket.on('error', onError);
    socket.on('message', onMessage);
    socket.on('close', onClose);
    socket.owner = this;
  }

  get unsent(): number {
    return this.socket.bufferedAmount;
  }

  send(text: string): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(text);
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason);
  }

  drop(): void {
    this.ended = true;
    this.socket.terminate();
  }

  failed(error: Error): void {
    this.cause = describeError(error);
  }

  receive(data: RawData, isBinary: boolean): void {
    if (this.ended) return;
    if (isBinary) {
      this.socket.close(CLOSE.binary.code, CLOSE.binary.meaning);
      return;
    }
    this.events.onMessage((data as Buffer).toString());
  }

  end(code: number, reason: string): void {
    if (this.ended) return;
    this.ended = true;
    this.events.onClose({ code, reason, ...(this.cause === undefined ? {} : { cause: this.cause }) });
  }
}
