import { flag, id, object, type Json } from '../../native/params.js';
import { call } from '../../native/row.js';
import type { GroupMemberSearchParam, GroupSearchParam } from '../../native/generated/structs.js';
import type {
  GroupMemberSearchResult,
  GroupSearchResult,
  UserSearchParam,
  UserSearchResult,
} from './generated/types.js';

/** Functions that the native API has had since 8.6, which is later than the C style of this SDK. */
export const newerApi = {
  TIMGroupSearchCloudGroups: call<[json_group_search_groups_param: Json<GroupSearchParam>], GroupSearchResult>(
    'TIMGroupSearchCloudGroups',
    { params: [object()] },
  ),
  TIMGroupSearchCloudGroupMembers: call<
    [json_group_search_cloud_group_members_param: Json<GroupMemberSearchParam>],
    GroupMemberSearchResult
  >('TIMGroupSearchCloudGroupMembers', { params: [object()] }),
  TIMSearchUsers: call<[json_user_search_param: Json<UserSearchParam>], UserSearchResult>('TIMSearchUsers', {
    params: [object()],
  }),
  TIMCommunitySetTopicInheritMessageReceiveOptionFromCommunity: call<[topic_id: string, is_inherit: boolean]>(
    'TIMCommunitySetTopicInheritMessageReceiveOptionFromCommunity',
    { params: [id, flag] },
  ),
  /** Of the WebGL version. */
  TIMGetLoginUserIDWeb: call<[], string>('TIMGetLoginUserIDWeb', {
    params: [],
    needs: 'init',
    run: ({ engine }, _values, reply) => reply({ json: engine.userId }),
  }),
};
