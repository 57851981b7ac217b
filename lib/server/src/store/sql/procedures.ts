import type { StoreCall, StoreParams, StoreResult } from '../store.js';
import { findAccounts, importAccounts, sigRevoked } from './accounts.js';
import { handleApplication, listApplications, readApplications } from './applications.js';
import { changeConversations, findOptions } from './conversation-changes.js';
import { changeConvGroups } from './conversation-groups.js';
import { readConversations } from './conversation-reading.js';
import { removeConversations } from './conversation-removal.js';
import { findConversations, listConversations } from './conversations.js';
import { modifyGroup, modifyMember } from './group-changes.js';
import { createGroup, dismissGroup, invite, joinGroup, kickMembers, quitGroup } from './group-membership.js';
import { findGroups, groupMembers, joinedGroups } from './group-reads.js';
import { nodeAlive, nodeGone, standings } from './cluster.js';
import { pull } from './log.js';
import { login } from './login.js';
import { announceMedia, completeMedia, dropMedia, findMedia, readableMedia, sweepMedia } from './media.js';
import { receiversOf } from './audience.js';
import { findMessages, listMessages } from './history.js';
import { findMerger, keepMerger } from './mergers.js';
import { append } from './messages.js';
import { deleteExtensions, getExtensions, setExtensions } from './extensions.js';
import { listPinned, pinMessage } from './pins.js';
import { getReactions, listReactors, setReaction } from './reactions.js';
import { countReceipts, listReaders, sendReceipts } from './receipts.js';
import { modifyMessage } from './modify.js';
import { clearMessages, deleteMessages } from './removals.js';
import { revokeMessage } from './revoke.js';
import { deleteAccounts, kick, liveSessions, logout, note, renew, resume } from './sessions.js';
import { findPlaces, searchableConversations } from './search.js';
import { loadSettings, saveSettings } from './settings.js';
import type { Db } from './tables.js';
import { loadUserSettings, saveReceiveOption } from './user-settings.js';

/** What carries out each call of the store, inside a transaction. Leaving one out does not compile. */
export const procedures: { readonly [K in StoreCall]: (db: Db, params: StoreParams<K>) => Promise<StoreResult<K>> } = {
  append,
  pull,
  createGroup,
  dismissGroup,
  joinGroup,
  handleApplication,
  listApplications,
  readApplications,
  quitGroup,
  invite,
  kickMembers,
  modifyGroup,
  modifyMember,
  findGroups,
  joinedGroups,
  groupMembers,
  sendReceipts,
  countReceipts,
  listReaders,
  setExtensions,
  getExtensions,
  deleteExtensions,
  setReaction,
  getReactions,
  listReactors,
  pinMessage,
  listPinned,
  announceMedia,
  findMedia,
  completeMedia,
  dropMedia,
  readableMedia,
  sweepMedia,
  listConversations,
  findConversations,
  readConversations,
  removeConversations,
  changeConversations,
  findOptions,
  changeConvGroups,
  loadUserSettings,
  saveReceiveOption,
  listMessages,
  findMessages,
  searchableConversations,
  findPlaces,
  revokeMessage,
  modifyMessage,
  deleteMessages,
  clearMessages,
  keepMerger,
  findMerger,
  receiversOf,
  login,
  resume,
  renew,
  logout,
  note,
  kick,
  importAccounts,
  findAccounts,
  deleteAccounts,
  liveSessions,
  sigRevoked,
  loadSettings,
  saveSettings,
  standings,
  nodeAlive,
  nodeGone,
  ping: () => Promise.resolve(),
};
