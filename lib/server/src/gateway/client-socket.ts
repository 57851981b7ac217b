import { WebSocket } from 'ws';
import type { Connection } from './connection.js';

/** A WebSocket that knows its connection, so that one set of listeners serves all of them. */
export class ClientSocket extends WebSocket {
  connection: Connection | undefined;
}
