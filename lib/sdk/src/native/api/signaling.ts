import { timError } from '@tim-node/protocol';
import { randomId } from '../../host/random.js';
import type {
  TIMSignalingInvitationCancelledCallback,
  TIMSignalingInvitationModifiedCallback,
  TIMSignalingInvitationTimeoutCallback,
  TIMSignalingInviteeAcceptedCallback,
  TIMSignalingInviteeRejectedCallback,
  TIMSignalingReceiveNewInvitationCallback,
} from '../generated/callbacks.js';
import { TIMResult } from '../generated/enums.js';
import type { Message, OfflinePushConfig, SignalingInfo } from '../generated/structs.js';
import { anyJson, flag, id, int, nonEmptyArray, optional, outBuffer, text, type Json } from '../params.js';
import { call, event } from '../row.js';
import { signalingInfo } from '../signaling-info.js';
import { writeOut, type OutBuffer } from '../string-builder.js';

const timeout = int((seconds) => seconds >= 0);

/** Invitations, as to a call: sent, answered, or timed out. */
export const signalingApi = {
  /**
   * Sets the callback for invitations of others.
   * @param cb gets the invite id, who invites, the group id, a JSON array of the invited UserIDs, and the data
   */
  TIMSetSignalingReceiveNewInvitationCallback: event<TIMSignalingReceiveNewInvitationCallback>(
    'TIMSetSignalingReceiveNewInvitationCallback',
  ),

  /**
   * Sets the callback for invitations that were called off.
   * @param cb gets the invite id, who had invited, and the data
   */
  TIMSetSignalingInvitationCancelledCallback: event<TIMSignalingInvitationCancelledCallback>(
    'TIMSetSignalingInvitationCancelledCallback',
  ),

  /**
   * Sets the callback for accepted invitations.
   * @param cb gets the invite id, who has accepted, and the data
   */
  TIMSetSignalingInviteeAcceptedCallback: event<TIMSignalingInviteeAcceptedCallback>(
    'TIMSetSignalingInviteeAcceptedCallback',
  ),

  /**
   * Sets the callback for refused invitations.
   * @param cb gets the invite id, who has refused, and the data
   */
  TIMSetSignalingInviteeRejectedCallback: event<TIMSignalingInviteeRejectedCallback>(
    'TIMSetSignalingInviteeRejectedCallback',
  ),

  /**
   * Sets the callback for invitations that nobody has answered in time.
   * @param cb gets the invite id and a JSON array of those who have not answered
   */
  TIMSetSignalingInvitationTimeoutCallback: event<TIMSignalingInvitationTimeoutCallback>(
    'TIMSetSignalingInvitationTimeoutCallback',
  ),

  /**
   * Sets the callback for invitations whose data was changed.
   * @param cb gets the invite id and the data
   */
  TIMSetSignalingInvitationModifiedCallback: event<TIMSignalingInvitationModifiedCallback>(
    'TIMSetSignalingInvitationModifiedCallback',
  ),

  /**
   * Invites one user.
   * @param invitee UserID
   * @param data the app's own; may be empty
   * @param online_user_only true when nobody else need hear of it and nothing need be kept
   * @param json_offline_push_info an `OfflinePushConfig` for phones; may be null
   * @param timeout seconds; 0 means no end
   * @param invite_id_buffer receives the invite id before the call returns; 128 bytes are enough
   */
  TIMSignalingInvite: call<
    [
      invitee: string,
      data: string,
      online_user_only: boolean,
      json_offline_push_info: Json<OfflinePushConfig> | null,
      timeout: number,
      invite_id_buffer: OutBuffer | null,
    ]
  >('TIMSignalingInvite', {
    params: [id, text, flag, anyJson<OfflinePushConfig>({}, optional), timeout, outBuffer],
    first: ([, , , , , buffer]) => writeOut(buffer, randomId()),
  }),

  /**
   * Invites members of a group.
   * @param group_id id of the group
   * @param json_invitee_array UserIDs
   * @param data the app's own; may be empty
   * @param online_user_only true when nobody else need hear of it and nothing need be kept
   * @param timeout seconds; 0 means no end
   * @param invite_id_buffer receives the invite id before the call returns; 128 bytes are enough
   */
  TIMSignalingInviteInGroup: call<
    [
      group_id: string,
      json_invitee_array: Json<string[]>,
      data: string,
      online_user_only: boolean,
      timeout: number,
      invite_id_buffer: OutBuffer | null,
    ]
  >('TIMSignalingInviteInGroup', {
    params: [id, nonEmptyArray({ onBad: TIMResult.TIM_ERR_PARAM }), text, flag, timeout, outBuffer],
    first: ([, , , , , buffer]) => writeOut(buffer, randomId()),
  }),

  /**
   * Calls one's own invitation off, while somebody has not answered yet. Errors: 8010 it is not there any more.
   * @param invite_id id of the invitation
   * @param data the app's own; may be empty
   */
  TIMSignalingCancel: call<[invite_id: string, data: string]>('TIMSignalingCancel', { params: [id, text] }),

  /**
   * Accepts an invitation. Errors: 8010 it is not there any more.
   * @param invite_id id of the invitation
   * @param data the app's own; may be empty
   */
  TIMSignalingAccept: call<[invite_id: string, data: string]>('TIMSignalingAccept', { params: [id, text] }),

  /**
   * Refuses an invitation. Errors: 8010 it is not there any more.
   * @param invite_id id of the invitation
   * @param data the app's own; may be empty
   */
  TIMSignalingReject: call<[invite_id: string, data: string]>('TIMSignalingReject', { params: [id, text] }),

  /**
   * Tells whether a message is part of an invitation, and of which. Callback: `SignalingInfo`; for any other
   * message error 6017, and `null`.
   * @param json_msg a `Message`
   * @param json_signaling_info_cb must be given
   */
  TIMGetSignalingInfo: call<[json_msg: Json<Message>], SignalingInfo>('TIMGetSignalingInfo', {
    params: [anyJson<Message>({})],
    needs: 'nothing',
    callbackRequired: true,
    empty: () => null,
    run: ({ engine }, [message], reply) => {
      const info = engine.state === 'Uninit' ? undefined : signalingInfo(message);
      if (info === undefined) reply({ error: timError('invalidParameters', 'json_msg is not signaling message') });
      else reply({ json: info });
    },
  }),

  /**
   * Changes the data of an invitation. Errors: 8010 it is not there any more.
   * @param invite_id id of the invitation
   * @param data the app's own
   */
  TIMSignalingModifyInvitation: call<[invite_id: string, data: string]>('TIMSignalingModifyInvitation', {
    params: [id, id],
  }),
};
