/** Another transaction has changed what this one has relied on: it is undone and begins anew. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}
