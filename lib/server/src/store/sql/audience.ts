import type { Receivers, Refused } from '../calls/history.js';
import type { Send, SendRefusal } from '../calls/messages.js';
import { kindOf } from '../../rules/group-rules.js';
import { findProfiles, type ProfileRow } from './accounts.js';
import { addMediaUses, maySendMedia } from './media.js';
import { Conflict } from './conflict.js';
import { liveGroups, membersOf, type MemberRow } from './members.js';
import type { Db } from './tables.js';

type Members = ReadonlyMap<string, MemberRow>;

interface GroupOfBatch {
  readonly members: Members;
  readonly names: readonly string[];
  /** Whether messages of this kind of group count as unread. */
  readonly unread: boolean;
}

/** Who reads the messages of a batch, and who their senders are. */
export class Audience {
  private readonly readersOf = new Map<Send, readonly string[]>();

  private constructor(
    private readonly accounts: ReadonlyMap<string, ProfileRow>,
    private readonly groups: ReadonlyMap<string, GroupOfBatch>,
  ) {}

  static async load(db: Db, app: number, sends: readonly Send[]): Promise<Audience> {
    const people = sends.flatMap(({ sender, target }) => (target.type === 'c2c' ? [target.id, sender] : [sender]));
    const accounts = await findProfiles(db, { app, users: people });
    const wanted = new Set(sends.filter(({ target }) => target.type === 'group').map(({ target }) => target.id));
    const groups = new Map<string, GroupOfBatch>();
    if (wanted.size > 0) {
      for (const { group_id, type } of await liveGroups(db, app, [...wanted])) {
        const members = await membersOf(db, app, group_id);
        groups.set(group_id, {
          members: new Map(members.map((member) => [member.user_id, member])),
          names: members.map((member) => member.user_id),
          unread: kindOf(type)?.unread ?? true,
        });
      }
    }
    return new Audience(new Map(accounts.map((row) => [row.user_id, row])), groups);
  }

  /**
   * Looks again, now that the logs of the readers are locked: an account that was deleted in between gets nothing.
   * @throws Conflict
   */
  async confirm(db: Db, app: number): Promise<void> {
    if (db.shared !== true || this.accounts.size === 0) return;
    const still = await findProfiles(db, { app, users: [...this.accounts.keys()] });
    if (still.length < this.accounts.size) throw new Conflict();
  }

  /** Why a message cannot be sent, if so. */
  refusal(send: Send): SendRefusal | undefined {
    const { sender, target } = send;
    if (target.type === 'c2c') {
      return this.accounts.has(target.id) && this.accounts.has(sender) ? undefined : 'unknownReceiver';
    }
    const members = this.groups.get(target.id)?.members;
    if (members === undefined) return 'noGroup';
    if (send.bySystem === true) return undefined;
    const member = members.get(sender);
    if (member === undefined) return 'notMember';
    return member.muted_until > send.time ? 'muted' : undefined;
  }

  /** Whether a message counts as unread for those who get it; one for some members of a group does not. */
  counts({ counted, target, onlyFor }: Send): boolean {
    if (!counted || onlyFor !== undefined) return false;
    return target.type === 'c2c' || this.groups.get(target.id)?.unread !== false;
  }

  /** Whose logs get the message, each once; who waits for it comes first. */
  readers(send: Send): readonly string[] {
    let readers = this.readersOf.get(send);
    if (readers === undefined) this.readersOf.set(send, (readers = this.findReaders(send)));
    return readers;
  }

  private findReaders({ sender, target, onlyFor, bySystem }: Send): readonly string[] {
    if (target.type === 'c2c') return sender === target.id ? [sender] : [target.id, sender];
    const group = this.groups.get(target.id);
    if (group === undefined) return [];
    if (onlyFor === undefined) return group.names;
    const chosen = new Set(onlyFor.filter((user) => group.members.has(user)));
    if (bySystem !== true) chosen.add(sender);
    return [...chosen];
  }

  /** Nick, face and name card of the sender as JSON text; null when there is none. */
  profile({ sender, target }: Send): string | null {
    const account = this.accounts.get(sender);
    const nameCard = target.type === 'group' ? this.groups.get(target.id)?.members.get(sender)?.name_card : undefined;
    const profile = {
      ...(isText(account?.nick) ? { nick: account.nick } : {}),
      ...(isText(account?.face_url) ? { faceUrl: account.face_url } : {}),
      ...(isText(nameCard) ? { nameCard } : {}),
    };
    return Object.keys(profile).length === 0 ? null : JSON.stringify(profile);
  }
}

/** Who would get a message that is not stored. */
export async function receiversOf(db: Db, send: Send): Promise<Receivers | Refused<SendRefusal>> {
  const audience = await Audience.load(db, send.app, [send]);
  const why = audience.refusal(send);
  if (why !== undefined) return { type: 'refused', why };
  const { app, sender, convId, media = [], mergers = [] } = send;
  if (!(await maySendMedia(db, { app, user: sender, ids: media }))) return { type: 'refused', why: 'noMedia' };
  await addMediaUses(db, app, [{ convId, ids: media, mergers }]);
  return { type: 'receivers', users: audience.readers(send), profile: audience.profile(send) };
}

function isText(value: string | null | undefined): value is string {
  return typeof value === 'string' && value !== '';
}
