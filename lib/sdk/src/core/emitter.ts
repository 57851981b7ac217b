import { runAlone } from './callbacks.js';

/** Typed events. Listeners run in the order they were added; an exception in one does not keep the next from running. */
export class Emitter<Events extends { [K in keyof Events]: (...args: never[]) => void }> {
  /** Lists are replaced, never changed: one that is being gone through stays as it is. */
  private readonly listeners: { [K in keyof Events]?: readonly Events[K][] } = {};

  /** Adds a listener; the returned function removes it. */
  on<K extends keyof Events>(name: K, listener: Events[K]): () => void {
    // A list made by spreading has room for many more.
    this.listeners[name] = this.of(name).concat([listener]);
    return () => {
      this.listeners[name] = this.of(name).filter((each) => each !== listener);
    };
  }

  emit<K extends keyof Events>(name: K, ...args: Parameters<Events[K]>): void {
    for (const listener of this.of(name)) {
      runAlone(() => {
        listener(...args);
      });
    }
  }

  private of<K extends keyof Events>(name: K): readonly Events[K][] {
    return this.listeners[name] ?? [];
  }
}
