import { runAlone } from './callbacks.js';

/** Typed events. Listeners run in the order they were added; an exception in one does not keep the next from running. */
export class Emitter<Events extends { [K in keyof Events]: (...args: never[]) => void }> {
  private readonly listeners: { [K in keyof Events]?: Set<Events[K]> } = {};

  /** Adds a listener; the returned function removes it. */
  on<K extends keyof Events>(name: K, listener: Events[K]): () => void {
    const set = (this.listeners[name] ??= new Set());
    set.add(listener);
    return () => {
      set.delete(listener);
    };
  }

  emit<K extends keyof Events>(name: K, ...args: Parameters<Events[K]>): void {
    for (const listener of [...(this.listeners[name] ?? [])]) {
      runAlone(() => {
        listener(...args);
      });
    }
  }
}
