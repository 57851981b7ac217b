/** Text that a function writes into, as in Unity: `new StringBuilder(128)`. */
export class StringBuilder {
  private text = '';

  /** The capacity is only a hint, as in .NET: the text may grow beyond it. */
  constructor(readonly Capacity: number = 16) {}

  get Length(): number {
    return this.text.length;
  }

  Append(text: string): this {
    this.text += text;
    return this;
  }

  Clear(): this {
    this.text = '';
    return this;
  }

  ToString(): string {
    return this.text;
  }

  toString(): string {
    return this.text;
  }
}

/** Where a function writes a text: a StringBuilder, or bytes that receive UTF-8 with a closing NUL as in C. */
export type OutBuffer = StringBuilder | Uint8Array;

/** Writes a text into an out-buffer; too small a byte buffer gets as many whole characters as fit. */
export function writeOut(buffer: OutBuffer | null | undefined, text: string): void {
  if (buffer instanceof StringBuilder) buffer.Clear().Append(text);
  else if (buffer instanceof Uint8Array && buffer.length > 0) {
    const { written } = new TextEncoder().encodeInto(text, buffer.subarray(0, buffer.length - 1));
    buffer[written] = 0;
  }
}
