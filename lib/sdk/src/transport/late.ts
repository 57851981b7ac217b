import { CLOSE } from '@tim-node/protocol';
import type { Dial, DialOptions, Transport, TransportEvents } from './transport.js';

/** A transport whose code is loaded first, because few need it. */
export function dialLate(load: () => Promise<Dial>, options: DialOptions, events: TransportEvents): Transport {
  let transport: Transport | undefined;
  let dropped = false;
  load().then(
    (dial) => {
      if (!dropped) transport = dial(options, events);
    },
    (error: unknown) => {
      if (!dropped) events.onClose({ code: CLOSE.abnormal.code, reason: '', cause: String(error) });
    },
  );
  const drop = (): void => {
    dropped = true;
    transport?.drop();
  };
  return {
    get unsent() {
      return transport?.unsent ?? 0;
    },
    send: (text) => transport?.send(text),
    close: (code, reason) => {
      if (transport === undefined) drop();
      else transport.close(code, reason);
    },
    drop,
  };
}
