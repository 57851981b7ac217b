/** A result of an operation as JSON text already: to read it only to write it again would cost more than all the rest. */
export class Encoded<T> {
  declare readonly result?: T;

  constructor(readonly json: string) {}
}
