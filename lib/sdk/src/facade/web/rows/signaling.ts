import type { Later } from '../later.js';
import type {
  InvitationHandleOptions,
  InviteInGroupOptions,
  InviteOptions,
  Message,
  ModifyInvitationOptions,
  Signaling,
} from '../generated/structs.js';

/** Signaling. */
export function signalingRows(later: Later) {
  return {
    /** Invites a user. */
    invite: later.promise<[options: InviteOptions]>('invite'),
    /** Invites a user; the outcome comes by one of two functions. */
    inviteSync: later.callbacks<InviteOptions>('inviteSync'),
    /** Invites members of a group. */
    inviteInGroup: later.promise<[options: InviteInGroupOptions]>('inviteInGroup'),
    /** Invites members of a group; the outcome comes by one of two functions. */
    inviteInGroupSync: later.callbacks<InviteInGroupOptions>('inviteInGroupSync'),
    /** Cancels an invitation of one's own. */
    cancel: later.promise<[options: InvitationHandleOptions]>('cancel'),
    /** Accepts an invitation. */
    accept: later.promise<[options: InvitationHandleOptions]>('accept'),
    /** Rejects an invitation. */
    reject: later.promise<[options: InvitationHandleOptions]>('reject'),
    /** Reads the signaling content of a message; null where there is none. */
    getSignalingInfo: later.value<[message: Message], Signaling | null>('getSignalingInfo'),
    /** Changes the data of a running invitation. */
    modifyInvitation: later.promise<[options: ModifyInvitationOptions]>('modifyInvitation'),
  };
}
