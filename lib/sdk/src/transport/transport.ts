/** One connection that carries text messages both ways. */
export interface Transport {
  /** Bytes that the peer has not taken yet. */
  readonly unsent: number;
  send(text: string): void;
  /** Says goodbye and closes; `onClose` follows. */
  close(code: number, reason: string): void;
  /** Drops the connection at once and silently: no event follows. */
  drop(): void;
}

/** Why a connection ended. */
export interface TransportEnd {
  /** WebSocket close code; 1006 when the connection was lost or never came up. */
  readonly code: number;
  readonly reason: string;
  /** For a connection that never came up: what the operating system or the server said. */
  readonly cause?: string;
}

export interface TransportEvents {
  onMessage(text: string): void;
  /** Exactly once, also when the connection never came up. */
  onClose(end: TransportEnd): void;
}

/** A proxy between client and server. */
export interface Proxy {
  readonly kind: 'http' | 'socks5';
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
}

export interface DialOptions {
  readonly url: string;
  readonly proxy?: Proxy;
  /** PEM texts of the certificate authorities to trust instead of the built-in ones. */
  readonly ca?: readonly string[];
}

/** Opens a connection. Never throws: failures arrive as `onClose`. */
export type Dial = (options: DialOptions, events: TransportEvents) => Transport;
