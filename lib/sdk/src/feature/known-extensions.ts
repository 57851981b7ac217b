import { ERRORS, type Extension, type ExtensionOutcome, type LogEntry, type PlaceParams } from '@tim-node/protocol';

/** Outcomes that tell how it is now; nothing is the empty text, to the server too. */
const TELLING: ReadonlySet<number> = new Set([0, ERRORS.extensionConflict.code, ERRORS.extensionMissing.code]);

/** Messages whose extensions are remembered. */
const MOST = 100;

/**
 * What this client takes the extensions of messages to be. Whoever changes one says so, and the server refuses the change
 * when somebody else has been faster. Long forgotten messages count as having none.
 */
export class KnownExtensions {
  private readonly messages = new Map<string, Map<string, string>>();

  /** Those among some keys that are taken to be there. */
  among(place: PlaceParams, keys: readonly string[]): Extension[] {
    const known = this.messages.get(nameOf(place));
    return [...new Set(keys)].flatMap((key) => {
      const value = known?.get(key);
      return value === undefined ? [] : { key, value };
    });
  }

  /** All of a message were fetched. */
  told(place: PlaceParams, extensions: readonly Extension[]): void {
    this.of(place).clear();
    this.changed(place, extensions);
  }

  /** What came of a change. */
  outcome(place: PlaceParams, results: readonly ExtensionOutcome[]): void {
    this.changed(
      place,
      results.filter(({ code }) => TELLING.has(code)).map(({ extension }) => extension),
    );
  }

  entry({ target, message, set = [], deleted = [] }: Extract<LogEntry, { readonly kind: 'extensions' }>): void {
    this.changed({ target, seq: message.seq }, set, deleted);
  }

  private changed(place: PlaceParams, set: readonly Extension[], deleted: readonly string[] = []): void {
    const known = this.of(place);
    for (const { key, value } of set) known.set(key, value);
    for (const key of deleted) known.delete(key);
  }

  private of(place: PlaceParams): Map<string, string> {
    const name = nameOf(place);
    const known = this.messages.get(name) ?? new Map<string, string>();
    // Put at the end, so that the first one is the one that was left alone for longest.
    this.messages.delete(name);
    this.messages.set(name, known);
    const [oldest] = this.messages.keys();
    if (this.messages.size > MOST && oldest !== undefined) this.messages.delete(oldest);
    return known;
  }
}

function nameOf({ target: { type, id }, seq }: PlaceParams): string {
  return `${type} ${seq} ${id}`;
}
