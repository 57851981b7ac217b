import type { NodeSign, UserStanding } from './calls/cluster.js';
import type { MediaAnnouncement, MediaFile, MediaQuery, MediaRef, SweepQuery } from './calls/media.js';
import type { Appended, PullPage, PullQuery, Send } from './calls/messages.js';
import type {
  DeletedAccount,
  ImportRequest,
  KickOutcome,
  KickRequest,
  LiveSession,
  LoginOutcome,
  LoginRequest,
  LogoutRequest,
  NodeView,
  RenewOutcome,
  RenewRequest,
  ResumeOutcome,
  ResumeRequest,
  SessionNote,
  Store,
  StoreCall,
  StoreParams,
  StoreResult,
  UserRef,
  UsersQuery,
} from './store.js';

/** A store whose calls are carried out elsewhere, by name. */
export abstract class InvokedStore implements Store {
  abstract readonly epoch: string;
  abstract readonly waiting: number;
  abstract close(): Promise<void>;
  protected abstract invoke<K extends StoreCall>(name: K, params: StoreParams<K>): Promise<StoreResult<K>>;

  append(sends: readonly Send[]): Promise<readonly Appended[]> {
    return this.invoke('append', sends);
  }

  pull(query: PullQuery): Promise<PullPage> {
    return this.invoke('pull', query);
  }

  sendReceipts(params: StoreParams<'sendReceipts'>): Promise<StoreResult<'sendReceipts'>> {
    return this.invoke('sendReceipts', params);
  }

  countReceipts(params: StoreParams<'countReceipts'>): Promise<StoreResult<'countReceipts'>> {
    return this.invoke('countReceipts', params);
  }

  listReaders(params: StoreParams<'listReaders'>): Promise<StoreResult<'listReaders'>> {
    return this.invoke('listReaders', params);
  }

  setExtensions(params: StoreParams<'setExtensions'>): Promise<StoreResult<'setExtensions'>> {
    return this.invoke('setExtensions', params);
  }

  getExtensions(params: StoreParams<'getExtensions'>): Promise<StoreResult<'getExtensions'>> {
    return this.invoke('getExtensions', params);
  }

  deleteExtensions(params: StoreParams<'deleteExtensions'>): Promise<StoreResult<'deleteExtensions'>> {
    return this.invoke('deleteExtensions', params);
  }

  setReaction(params: StoreParams<'setReaction'>): Promise<StoreResult<'setReaction'>> {
    return this.invoke('setReaction', params);
  }

  getReactions(params: StoreParams<'getReactions'>): Promise<StoreResult<'getReactions'>> {
    return this.invoke('getReactions', params);
  }

  listReactors(params: StoreParams<'listReactors'>): Promise<StoreResult<'listReactors'>> {
    return this.invoke('listReactors', params);
  }

  pinMessage(params: StoreParams<'pinMessage'>): Promise<StoreResult<'pinMessage'>> {
    return this.invoke('pinMessage', params);
  }

  listPinned(params: StoreParams<'listPinned'>): Promise<StoreResult<'listPinned'>> {
    return this.invoke('listPinned', params);
  }

  announceMedia(announcement: MediaAnnouncement): Promise<boolean> {
    return this.invoke('announceMedia', announcement);
  }

  findMedia(file: MediaRef): Promise<MediaFile | undefined> {
    return this.invoke('findMedia', file);
  }

  completeMedia(file: MediaRef): Promise<void> {
    return this.invoke('completeMedia', file);
  }

  dropMedia(file: MediaRef): Promise<void> {
    return this.invoke('dropMedia', file);
  }

  readableMedia(query: MediaQuery): Promise<readonly string[]> {
    return this.invoke('readableMedia', query);
  }

  sweepMedia(query: SweepQuery): Promise<readonly MediaRef[]> {
    return this.invoke('sweepMedia', query);
  }

  listConversations(params: StoreParams<'listConversations'>): Promise<StoreResult<'listConversations'>> {
    return this.invoke('listConversations', params);
  }

  findConversations(params: StoreParams<'findConversations'>): Promise<StoreResult<'findConversations'>> {
    return this.invoke('findConversations', params);
  }

  readConversations(params: StoreParams<'readConversations'>): Promise<StoreResult<'readConversations'>> {
    return this.invoke('readConversations', params);
  }

  removeConversations(params: StoreParams<'removeConversations'>): Promise<StoreResult<'removeConversations'>> {
    return this.invoke('removeConversations', params);
  }

  changeConversations(params: StoreParams<'changeConversations'>): Promise<StoreResult<'changeConversations'>> {
    return this.invoke('changeConversations', params);
  }

  findOptions(params: StoreParams<'findOptions'>): Promise<StoreResult<'findOptions'>> {
    return this.invoke('findOptions', params);
  }

  changeConvGroups(params: StoreParams<'changeConvGroups'>): Promise<StoreResult<'changeConvGroups'>> {
    return this.invoke('changeConvGroups', params);
  }

  loadUserSettings(params: StoreParams<'loadUserSettings'>): Promise<StoreResult<'loadUserSettings'>> {
    return this.invoke('loadUserSettings', params);
  }

  saveReceiveOption(params: StoreParams<'saveReceiveOption'>): Promise<StoreResult<'saveReceiveOption'>> {
    return this.invoke('saveReceiveOption', params);
  }

  createGroup(params: StoreParams<'createGroup'>): Promise<StoreResult<'createGroup'>> {
    return this.invoke('createGroup', params);
  }

  dismissGroup(params: StoreParams<'dismissGroup'>): Promise<StoreResult<'dismissGroup'>> {
    return this.invoke('dismissGroup', params);
  }

  joinGroup(params: StoreParams<'joinGroup'>): Promise<StoreResult<'joinGroup'>> {
    return this.invoke('joinGroup', params);
  }

  handleApplication(params: StoreParams<'handleApplication'>): Promise<StoreResult<'handleApplication'>> {
    return this.invoke('handleApplication', params);
  }

  listApplications(params: StoreParams<'listApplications'>): Promise<StoreResult<'listApplications'>> {
    return this.invoke('listApplications', params);
  }

  readApplications(params: StoreParams<'readApplications'>): Promise<StoreResult<'readApplications'>> {
    return this.invoke('readApplications', params);
  }

  quitGroup(params: StoreParams<'quitGroup'>): Promise<StoreResult<'quitGroup'>> {
    return this.invoke('quitGroup', params);
  }

  invite(params: StoreParams<'invite'>): Promise<StoreResult<'invite'>> {
    return this.invoke('invite', params);
  }

  kickMembers(params: StoreParams<'kickMembers'>): Promise<StoreResult<'kickMembers'>> {
    return this.invoke('kickMembers', params);
  }

  modifyGroup(params: StoreParams<'modifyGroup'>): Promise<StoreResult<'modifyGroup'>> {
    return this.invoke('modifyGroup', params);
  }

  modifyMember(params: StoreParams<'modifyMember'>): Promise<StoreResult<'modifyMember'>> {
    return this.invoke('modifyMember', params);
  }

  findGroups(params: StoreParams<'findGroups'>): Promise<StoreResult<'findGroups'>> {
    return this.invoke('findGroups', params);
  }

  joinedGroups(params: StoreParams<'joinedGroups'>): Promise<StoreResult<'joinedGroups'>> {
    return this.invoke('joinedGroups', params);
  }

  groupMembers(params: StoreParams<'groupMembers'>): Promise<StoreResult<'groupMembers'>> {
    return this.invoke('groupMembers', params);
  }

  listMessages(params: StoreParams<'listMessages'>): Promise<StoreResult<'listMessages'>> {
    return this.invoke('listMessages', params);
  }

  findMessages(params: StoreParams<'findMessages'>): Promise<StoreResult<'findMessages'>> {
    return this.invoke('findMessages', params);
  }

  searchableConversations(
    params: StoreParams<'searchableConversations'>,
  ): Promise<StoreResult<'searchableConversations'>> {
    return this.invoke('searchableConversations', params);
  }

  findPlaces(params: StoreParams<'findPlaces'>): Promise<StoreResult<'findPlaces'>> {
    return this.invoke('findPlaces', params);
  }

  revokeMessage(params: StoreParams<'revokeMessage'>): Promise<StoreResult<'revokeMessage'>> {
    return this.invoke('revokeMessage', params);
  }

  modifyMessage(params: StoreParams<'modifyMessage'>): Promise<StoreResult<'modifyMessage'>> {
    return this.invoke('modifyMessage', params);
  }

  deleteMessages(params: StoreParams<'deleteMessages'>): Promise<StoreResult<'deleteMessages'>> {
    return this.invoke('deleteMessages', params);
  }

  clearMessages(params: StoreParams<'clearMessages'>): Promise<StoreResult<'clearMessages'>> {
    return this.invoke('clearMessages', params);
  }

  keepMerger(params: StoreParams<'keepMerger'>): Promise<StoreResult<'keepMerger'>> {
    return this.invoke('keepMerger', params);
  }

  findMerger(params: StoreParams<'findMerger'>): Promise<StoreResult<'findMerger'>> {
    return this.invoke('findMerger', params);
  }

  receiversOf(params: StoreParams<'receiversOf'>): Promise<StoreResult<'receiversOf'>> {
    return this.invoke('receiversOf', params);
  }

  login(request: LoginRequest): Promise<LoginOutcome> {
    return this.invoke('login', request);
  }

  resume(request: ResumeRequest): Promise<ResumeOutcome> {
    return this.invoke('resume', request);
  }

  renew(request: RenewRequest): Promise<RenewOutcome> {
    return this.invoke('renew', request);
  }

  logout(request: LogoutRequest): Promise<void> {
    return this.invoke('logout', request);
  }

  note(notes: readonly SessionNote[]): Promise<void> {
    return this.invoke('note', notes);
  }

  kick(request: KickRequest): Promise<KickOutcome> {
    return this.invoke('kick', request);
  }

  importAccounts(request: ImportRequest): Promise<void> {
    return this.invoke('importAccounts', request);
  }

  findAccounts(query: UsersQuery): Promise<readonly string[]> {
    return this.invoke('findAccounts', query);
  }

  deleteAccounts(query: UsersQuery & { readonly now: number }): Promise<readonly DeletedAccount[]> {
    return this.invoke('deleteAccounts', query);
  }

  liveSessions(query: UsersQuery & NodeView & { readonly now: number }): Promise<readonly LiveSession[]> {
    return this.invoke('liveSessions', query);
  }

  sigRevoked(query: UserRef & { readonly sigTime: number }): Promise<boolean> {
    return this.invoke('sigRevoked', query);
  }

  loadSettings(app: number): Promise<string | undefined> {
    return this.invoke('loadSettings', app);
  }

  saveSettings(settings: { readonly app: number; readonly value: string }): Promise<void> {
    return this.invoke('saveSettings', settings);
  }

  standings(query: UsersQuery): Promise<readonly UserStanding[]> {
    return this.invoke('standings', query);
  }

  nodeAlive(sign: NodeSign): Promise<number> {
    return this.invoke('nodeAlive', sign);
  }

  nodeGone(node: string): Promise<void> {
    return this.invoke('nodeGone', node);
  }

  ping(nothing: null = null): Promise<void> {
    return this.invoke('ping', nothing);
  }
}
