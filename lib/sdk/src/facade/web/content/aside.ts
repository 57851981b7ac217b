/**
 * What the SDK keeps beside an object that the app has. It lies in the object itself, where neither loops nor copies
 * come across it, so that it is also found through a proxy, as frameworks put around the objects they watch.
 */
export class Aside<T> {
  private readonly key: symbol;

  constructor(name: string) {
    this.key = Symbol(name);
  }

  get(owner: object): T | undefined {
    return (owner as Record<symbol, T | undefined>)[this.key];
  }

  /** A proxy may give something else than what is here, which is only allowed for what could be changed. */
  set(owner: object, value: T): void {
    Object.defineProperty(owner, this.key, { value, enumerable: false, configurable: true, writable: true });
  }
}
