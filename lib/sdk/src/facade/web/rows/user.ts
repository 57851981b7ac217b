import type { Later } from '../later.js';
import type {
  AcceptFriendApplicationOptions,
  AddFriendOptions,
  AddToBlocklistListOptions,
  AddToFriendGroupOptions,
  CheckFriendOptions,
  CreateFriendGroupOptions,
  DeleteFriendApplicationOptions,
  DeleteFriendGroupOptions,
  DeleteFriendOptions,
  GetFriendProfileOptions,
  GetUserProfileOptions,
  GetUserStatusOptions,
  RefuseFriendApplicationOptions,
  RemoveFromBlocklistListOptions,
  RemoveFromFriendGroupOptions,
  RenameFriendGroupOptions,
  SetSelfStatusOptions,
  SubscribeUserStatusOptions,
  UnsubscribeUserStatusOptions,
  UpdateFriendOptions,
  UpdateYourProfileOptions,
  UserCloudSearchOptions,
} from '../generated/structs.js';

/** Users and friends. */
export function userRows(later: Later) {
  return {
    /** Reads the profile of the logged-in user. */
    getMyProfile: later.promise<[]>('getMyProfile'),
    /** Reads profiles of users. */
    getUserProfile: later.promise<[options: GetUserProfileOptions]>('getUserProfile'),
    /** Changes the profile of the logged-in user. */
    updateMyProfile: later.promise<[options: UpdateYourProfileOptions]>('updateMyProfile'),
    /** Searches the users on the server. */
    searchCloudUsers: later.promise<[options: UserCloudSearchOptions]>('searchCloudUsers'),
    /** Lists the users whom the logged-in user has blocked. */
    getBlacklist: later.promise<[]>('getBlacklist'),
    /** Blocks users. */
    addToBlacklist: later.promise<[options: AddToBlocklistListOptions]>('addToBlacklist'),
    /** Unblocks users. */
    removeFromBlacklist: later.promise<[options: RemoveFromBlocklistListOptions]>('removeFromBlacklist'),
    /** Sets a status text of the logged-in user. */
    setSelfStatus: later.promise<[options: SetSelfStatusOptions]>('setSelfStatus'),
    /** Reads whether users are online. */
    getUserStatus: later.promise<[options: GetUserStatusOptions]>('getUserStatus'),
    /** Asks to be told when users come and go. */
    subscribeUserStatus: later.promise<[options: SubscribeUserStatusOptions]>('subscribeUserStatus'),
    /** Stops being told when users come and go. */
    unsubscribeUserStatus: later.promise<[options: UnsubscribeUserStatusOptions]>('unsubscribeUserStatus'),
    /** Lists the friends. */
    getFriendList: later.promise<[]>('getFriendList'),
    /** Asks a user to become a friend. */
    addFriend: later.promise<[options: AddFriendOptions]>('addFriend'),
    /** Ends friendships. */
    deleteFriend: later.promise<[options: DeleteFriendOptions]>('deleteFriend'),
    /** Tells whether users are friends. */
    checkFriend: later.promise<[options: CheckFriendOptions]>('checkFriend'),
    /** Reads profiles of friends. */
    getFriendProfile: later.promise<[options: GetFriendProfileOptions]>('getFriendProfile'),
    /** Changes what is noted about a friend. */
    updateFriend: later.promise<[options: UpdateFriendOptions]>('updateFriend'),
    /** Lists open requests for friendship. */
    getFriendApplicationList: later.promise<[]>('getFriendApplicationList'),
    /** Accepts a request for friendship. */
    acceptFriendApplication: later.promise<[options: AcceptFriendApplicationOptions]>('acceptFriendApplication'),
    /** Refuses a request for friendship. */
    refuseFriendApplication: later.promise<[options: RefuseFriendApplicationOptions]>('refuseFriendApplication'),
    /** Deletes a request for friendship. */
    deleteFriendApplication: later.promise<[options: DeleteFriendApplicationOptions]>('deleteFriendApplication'),
    /** Marks requests for friendship as read. */
    setFriendApplicationRead: later.promise<[]>('setFriendApplicationRead'),
    /** Lists the groups that friends are sorted into. */
    getFriendGroupList: later.promise<[]>('getFriendGroupList'),
    /** Makes a group to sort friends into. */
    createFriendGroup: later.promise<[options: CreateFriendGroupOptions]>('createFriendGroup'),
    /** Deletes a group of friends. */
    deleteFriendGroup: later.promise<[options: DeleteFriendGroupOptions]>('deleteFriendGroup'),
    /** Puts friends into a group. */
    addToFriendGroup: later.promise<[options: AddToFriendGroupOptions]>('addToFriendGroup'),
    /** Takes friends out of a group. */
    removeFromFriendGroup: later.promise<[options: RemoveFromFriendGroupOptions]>('removeFromFriendGroup'),
    /** Renames a group of friends. */
    renameFriendGroup: later.promise<[options: RenameFriendGroupOptions]>('renameFriendGroup'),
    /** Follows users. */
    followUser: later.promise<[userIDList: string[]]>('followUser'),
    /** Stops following users. */
    unfollowUser: later.promise<[userIDList: string[]]>('unfollowUser'),
    /** Lists the followers of the logged-in user. */
    getMyFollowersList: later.promise<[startIndex?: string]>('getMyFollowersList'),
    /** Lists whom the logged-in user follows. */
    getMyFollowingList: later.promise<[startIndex?: string]>('getMyFollowingList'),
    /** Lists those who follow the logged-in user and are followed back. */
    getMutualFollowersList: later.promise<[startIndex?: string]>('getMutualFollowersList'),
    /** Counts followers of users. */
    getUserFollowInfo: later.promise<[userIDList?: string[]]>('getUserFollowInfo'),
    /** Tells who follows whom. */
    checkFollowType: later.promise<[userIDList: string[]]>('checkFollowType'),
  };
}
