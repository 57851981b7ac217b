import { ERRORS, TIMError } from '@tim-node/protocol';

/** The uploads of several messages with the same files: each file travels once. */
export class SharedFiles {
  private readonly uploads = new Map<string, Promise<string>>();

  /**
   * The id of a file, from the upload of whichever message comes first. When that message is cancelled, the next one
   * uploads the file itself.
   */
  async idOf(kind: string, path: string, name: string, upload: () => Promise<string>): Promise<string> {
    const key = JSON.stringify([kind, path, name]);
    for (;;) {
      const running = this.uploads.get(key);
      if (running === undefined) {
        const mine = upload();
        this.uploads.set(key, mine);
        return mine;
      }
      try {
        return await running;
      } catch (error) {
        if (!(error instanceof TIMError) || error.code !== ERRORS.sendCancelled.code) throw error;
        if (this.uploads.get(key) === running) this.uploads.delete(key);
      }
    }
  }
}
