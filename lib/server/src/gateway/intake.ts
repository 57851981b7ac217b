import type { Socket } from 'node:net';
import { LIMITS, type CloseName } from '@tim-node/protocol';

/** Watches what a socket sends before it has logged in. Bytes are counted as they arrive, whole frames or not. */
export class Intake {
  private bytes = 0;
  private frames = 0;
  private readonly count = (chunk: Buffer): void => {
    this.bytes += chunk.length;
    if (this.bytes > LIMITS.totalBytesBeforeLogin) this.onExcess('beforeLogin');
  };

  constructor(
    private readonly socket: Socket,
    private readonly onExcess: (reason: CloseName) => void,
  ) {
    // Before the listener that decodes frames.
    socket.prependListener('data', this.count);
  }

  /** What is wrong with a message of this size; nothing when it may be read. */
  message(size: number): CloseName | undefined {
    return size > LIMITS.frameBytesBeforeLogin ? 'tooBig' : undefined;
  }

  /** Counts the frames of a message. */
  taken(frames: number): CloseName | undefined {
    this.frames += frames;
    return this.frames > LIMITS.framesBeforeLogin ? 'beforeLogin' : undefined;
  }

  stop(): void {
    this.socket.off('data', this.count);
  }
}
