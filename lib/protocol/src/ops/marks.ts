import { ERRORS } from '../errors.js';
import { LIMITS } from '../limits.js';
import {
  extension,
  extensionKey,
  reaction,
  reactionId,
  receipt,
  userFace,
  type Extension,
  type Reaction,
  type Receipt,
  type UserFace,
} from '../model/marks.js';
import {
  groupId,
  message,
  senderProfile,
  target,
  type Message,
  type SenderProfile,
  type Target,
} from '../model/message.js';
import { op } from '../op.js';
import { bool, int, list, nothing, obj, opt, text, type Nothing } from '../schema.js';
import type { PlaceParams, PlacesParams } from './message.js';

export interface ReceiptsResult {
  /** Those of the named messages that keep receipts. */
  readonly receipts: Receipt[];
}

export interface ReadersParams extends PlaceParams {
  /** True: who has read it. False: who has not. */
  readonly read: boolean;
  /** The users after this one; absent: from the beginning. */
  readonly after?: string;
  readonly limit: number;
}

export interface UsersResult {
  readonly users: UserFace[];
  readonly finished: boolean;
}

export interface SetExtensionsParams extends PlaceParams {
  readonly set: Extension[];
  /**
   * What the caller takes to be there under these keys: a key under which there is something else now is not set.
   * Absent: the caller does not care.
   */
  readonly known?: Extension[];
}

export interface DeleteExtensionsParams extends PlaceParams {
  /** Empty: all. */
  readonly keys: string[];
  /** As for setting. */
  readonly known?: Extension[];
}

/** The outcome for one key. */
export interface ExtensionOutcome {
  /** 0, or why not. */
  readonly code: number;
  readonly desc: string;
  /** What is there now; no value when it was deleted. */
  readonly extension: Extension;
}

export interface ExtensionOutcomes {
  readonly results: ExtensionOutcome[];
}

export interface ReactionParams extends PlaceParams {
  readonly reaction: string;
}

export interface ReactionsParams extends PlacesParams {
  /** Users to name with each kind. */
  readonly users: number;
}

export interface ReactionsResult {
  readonly results: { readonly seq: number; readonly reactions: Reaction[] }[];
}

export interface ReactorsParams extends ReactionParams {
  /** How many users to skip. */
  readonly skip: number;
  readonly limit: number;
}

export interface PinParams {
  readonly groupId: string;
  readonly seq: number;
  readonly pinned: boolean;
}

export interface Pinned {
  readonly message: Message;
  readonly by: string;
  readonly time: number;
  /** Who did it, as he is now. */
  readonly profile: SenderProfile;
}

export interface PinnedMessages {
  readonly messages: Pinned[];
}

const place = { target, seq: int(1) };
const seqs = list(int(1), LIMITS.messagesPerRequest);
const places = obj<{ readonly target: Target; readonly seqs: number[] }>({ target, seqs });
const usersPage = int(1, LIMITS.usersPage);
const users = obj<UsersResult>({ users: list(userFace, LIMITS.usersPage), finished: bool });
const outcomes = obj<ExtensionOutcomes>({
  results: list(obj<ExtensionOutcome>({ code: int(), desc: text(), extension }), LIMITS.extensions),
});
const known = list(extension, LIMITS.extensionsPerRequest);
const again = { needs: 'login', resend: true } as const;

/** Operations on what is put to messages. */
export const marksOps = {
  /** Says that messages which asked for it were read. */
  'mark.receipt.send': op<PlacesParams, Nothing>(places, nothing, again),
  'mark.receipt.get': op<PlacesParams, ReceiptsResult>(
    places,
    obj<ReceiptsResult>({ receipts: list(receipt, LIMITS.messagesPerRequest) }),
    again,
  ),
  /** Who has read one's own message, or has not. */
  'mark.receipt.users': op<ReadersParams, UsersResult>(
    obj<ReadersParams>({ ...place, read: bool, after: opt(text({ maxBytes: 64 })), limit: usersPage }),
    users,
    again,
  ),
  'mark.extension.set': op<SetExtensionsParams, ExtensionOutcomes>(
    obj<SetExtensionsParams>({ ...place, set: list(extension, LIMITS.extensionsPerRequest), known: opt(known) }),
    outcomes,
    again,
  ),
  'mark.extension.get': op<PlaceParams, { readonly extensions: Extension[] }>(
    obj<PlaceParams>(place),
    obj<{ readonly extensions: Extension[] }>({ extensions: list(extension, LIMITS.extensions) }),
    again,
  ),
  'mark.extension.delete': op<DeleteExtensionsParams, ExtensionOutcomes>(
    obj<DeleteExtensionsParams>({ ...place, keys: list(extensionKey, LIMITS.extensionsPerRequest), known: opt(known) }),
    outcomes,
    again,
  ),
  'mark.reaction.add': op<ReactionParams, Nothing>(obj<ReactionParams>({ ...place, reaction: reactionId }), nothing, {
    ...again,
    done: [ERRORS.alreadyReacted.code],
  }),
  'mark.reaction.remove': op<ReactionParams, Nothing>(
    obj<ReactionParams>({ ...place, reaction: reactionId }),
    nothing,
    {
      ...again,
      done: [ERRORS.reactionMissing.code, ERRORS.notReacted.code],
    },
  ),
  'mark.reaction.get': op<ReactionsParams, ReactionsResult>(
    obj<ReactionsParams>({ target, seqs, users: int(0, LIMITS.usersPage) }),
    obj<ReactionsResult>({
      results: list(
        obj<{ readonly seq: number; readonly reactions: Reaction[] }>({
          seq: int(1),
          reactions: list(reaction, LIMITS.reactions),
        }),
        LIMITS.messagesPerRequest,
      ),
    }),
    again,
  ),
  'mark.reaction.users': op<ReactorsParams, UsersResult>(
    obj<ReactorsParams>({ ...place, reaction: reactionId, skip: int(0), limit: usersPage }),
    users,
    again,
  ),
  /** Pins a message of a group or lets it go. */
  'mark.pin.set': op<PinParams, Nothing>(obj<PinParams>({ groupId, seq: int(1), pinned: bool }), nothing, again),
  'mark.pin.list': op<{ readonly groupId: string }, PinnedMessages>(
    obj<{ readonly groupId: string }>({ groupId }),
    obj<PinnedMessages>({
      messages: list(obj<Pinned>({ message, by: text(), time: int(0), profile: senderProfile }), LIMITS.pinnedMessages),
    }),
    again,
  ),
};
