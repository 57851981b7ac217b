/** Places that are remembered; the oldest ones go. */
const MOST = 1000;

/** Numbers that stand for places in lists, for functions whose cursors are numbers. */
export class Cursors {
  private readonly places = new Map<number, string>();
  private last = 0;

  /** The number for a place. */
  keep(place: string): number {
    this.last += 1;
    this.places.set(this.last, place);
    if (this.places.size > MOST) this.places.delete(this.last - MOST);
    return this.last;
  }

  /** The place of a number: the empty text for 0, the beginning; nothing for a number that stands for none. */
  find(cursor: number): string | undefined {
    return cursor === 0 ? '' : this.places.get(cursor);
  }
}
