import { runAlone } from '../../core/callbacks.js';
import { parsed } from './callbacks.js';

type Handler = (...args: unknown[]) => void;

/** Where the arguments of an event come from. */
export interface EventShape {
  /** Places of the arguments that are JSON; handlers of the typed kind get them parsed. */
  readonly json: readonly number[];
  /** The arguments in another order than in C. */
  readonly order?: readonly number[];
}

/**
 * The handlers of one event, added one after another like delegates in C#: the same one may be there several times.
 * Those that take data come first, then those that take JSON text.
 */
export class EventHandlers {
  private typed: readonly Handler[] = [];
  private text: readonly Handler[] = [];

  constructor(private readonly shape: EventShape) {}

  get isEmpty(): boolean {
    return this.typed.length + this.text.length === 0;
  }

  add(typed: Handler | undefined, text: Handler | undefined): void {
    if (typed) this.typed = [...this.typed, typed];
    if (text) this.text = [...this.text, text];
  }

  /** Removes handlers, of several equal ones the last; without any, all of them. */
  remove(typed: Handler | undefined, text: Handler | undefined): void {
    if (typed === undefined && text === undefined) {
      this.typed = [];
      this.text = [];
      return;
    }
    this.typed = without(this.typed, typed);
    this.text = without(this.text, text);
  }

  /** The callback for the C style. An exception in one handler does not keep the next from running. */
  readonly tell = (...given: unknown[]): void => {
    const { typed, text, shape } = this;
    const args = shape.order?.map((place) => given[place]) ?? given;
    if (typed.length > 0) {
      const data = args.map((value, at) => (shape.json.includes(at) ? parsed(value) : value));
      for (const handler of typed) runAlone(() => handler(...data));
    }
    for (const handler of text) runAlone(() => handler(...args));
  };
}

function without(handlers: readonly Handler[], one: Handler | undefined): readonly Handler[] {
  const at = one === undefined ? -1 : handlers.lastIndexOf(one);
  return at === -1 ? handlers : handlers.toSpliced(at, 1);
}

/** The handler that takes data and the one that takes text, among the arguments of a function with `kinds` of them. */
export function handlersIn(
  given: readonly unknown[],
  kinds: number,
): [typed: Handler | undefined, text: Handler | undefined] {
  const [typed, text] = given.slice(0, kinds);
  return [handlerOf(typed), handlerOf(text)];
}

/** What is no function is as good as nothing. */
export function handlerOf(given: unknown): Handler | undefined {
  return typeof given === 'function' ? (given as Handler) : undefined;
}
