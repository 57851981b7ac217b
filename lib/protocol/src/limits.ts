/** Sizes, counts and times that both sides obey. Bytes are UTF-8 bytes, times are milliseconds unless named otherwise. */
export const LIMITS = {
  /** Deepest nesting of any JSON text. */
  jsonDepth: 32,
  /** Longest UserID, in bytes. */
  userIdBytes: 32,
  /** Longest UserSig text; a real one is well under 1 KiB. */
  userSigBytes: 4096,
  /** Largest UserSig after inflation. */
  userSigInflatedBytes: 8192,
  /** How far in the future a UserSig may have been issued (clock skew). */
  userSigSkewSeconds: 600,
  /** Largest frame before login. */
  frameBytesBeforeLogin: 8 * 1024,
  /** All bytes that a socket may send before login. */
  totalBytesBeforeLogin: 32 * 1024,
  /** All frames that a socket may send before login. */
  framesBeforeLogin: 16,
  /** Largest frame after login. */
  frameBytes: 1024 * 1024,
  /** Most fragments of one frame. */
  frameFragments: 64,
  /** Largest number of chunks that a half-received frame may occupy. */
  frameChunks: 1024,
  /** Bytes waiting for one slow reader before it is cut. */
  outQueueBytes: 1024 * 1024,
  /** A socket must log in within this time. */
  loginTimeout: 10_000,
  /** The server pings this often. */
  heartbeat: 25_000,
  /** An answer to a ping must come within this time. */
  heartbeatGrace: 10_000,
  /** Every API call is settled within this time unless set otherwise. */
  callDeadline: 30_000,
  /** Requests of one client that may wait for an answer at the same time. */
  pendingRequests: 1000,
  /** Largest message body as JSON text. */
  messageBytes: 12 * 1024,
  /** Messages in one page of history. */
  historyPage: 100,
  /** Messages in one page of what a search has found, and words that it looks for. */
  searchPage: 50,
  searchWords: 5,
  searchSenders: 100,
  /** Where a search goes on. */
  searchCursorBytes: 1024,
  /** Messages that one request names. */
  messagesPerRequest: 100,
  /** Users whom one message mentions. */
  mentions: 30,
  /** Mentions that are kept of one conversation, the newest ones. */
  keptMentions: 100,
  /** Members whom a targeted group message is for. */
  targetedMembers: 50,
  /** Merged messages in one element. */
  mergedMessages: 300,
  /** Files in merged messages that go with these; what is beyond can be fetched only by who could before. */
  mergedFiles: 2000,
  /** Largest JSON text of merged messages. */
  mergerBytes: 512 * 1024,
  /** Longest id of an uploaded file. */
  mediaIdBytes: 64,
  /** Largest image or sound. */
  mediaSmallBytes: 28 * 1024 * 1024,
  /** Largest video or file. */
  mediaLargeBytes: 100 * 1024 * 1024,
  /** Longest group id. */
  groupIdBytes: 64,
  /** Longest id that a group is made with. */
  newGroupIdBytes: 48,
  /** Groups that one request names, or in one page. */
  groupsPerRequest: 100,
  groupNameBytes: 100,
  /** Longest introduction or notification of a group. */
  groupTextBytes: 400,
  groupFaceUrlBytes: 500,
  nameCardBytes: 50,
  /** Why somebody wants to come into a group, is let in or not, or is sent away. */
  groupWordsBytes: 1024,
  /** Applications in one page. */
  applicationsPage: 100,
  /** Fields of the app's own, of one group. */
  groupCustomKeyBytes: 16,
  groupCustomValueBytes: 512,
  /** Conversations in one page. */
  conversationPage: 100,
  /** Conversations that one request names. */
  conversationsPerRequest: 100,
  /** Groups of conversations of one account. */
  convGroups: 20,
  convGroupNameBytes: 32,
  /** Conversations of one account with marks. */
  markedConversations: 1000,
  /** The app's own data with a conversation. */
  convCustomBytes: 256,
  /** Extensions of one message. */
  extensions: 300,
  extensionsPerRequest: 20,
  extensionKeyBytes: 100,
  extensionValueBytes: 1024,
  /** Reactions of different kinds to one message. */
  reactions: 10,
  /** Users with the same reaction to one message. */
  reactionUsers: 100,
  /** Users who are named when a reaction changes. */
  shownReactors: 10,
  reactionIdBytes: 64,
  /** Users in one page of who has reacted or read. */
  usersPage: 100,
  /** Pinned messages of one group. */
  pinnedMessages: 10,
  /** Members in one page. */
  membersPage: 100,
  /** Members added when a group is made, or invited by one request. */
  membersPerRequest: 100,
  /** Sending the same client message id again within this time returns the first answer. */
  sendDedup: 7 * 24 * 3600 * 1000,
  /** Log entries in one page of `sync.pull`. */
  pullPage: 500,
  /** Failed UserSig checks of one user within a minute before 70050. */
  loginFailuresPerMinute: 10,
} as const;

/** Port of a server that was not given one. */
export const DEFAULT_PORT = 7750;
