import type { SessionTicket, TIMError } from '@tim-node/protocol';

/** Done with a call: nothing means success. */
export type Done = (error?: TIMError) => void;

export interface Account {
  readonly userId: string;
  readonly userSig: string;
}

/** What a logged-in client holds. */
export interface ActiveSession {
  account: Account;
  ticket: SessionTicket;
  /** Unix seconds. */
  expireAt: number;
  /** Opens files of messages; empty when the server has none. */
  mediaToken: string;
  /** Since it was attached last. */
  failedResumes: number;
}

/** Waiting for the end of a login or logout. */
export interface Waiting {
  readonly account: Account;
  readonly done: Done;
}

/**
 * What a client is doing. The data that belongs to a state lives in it, so nothing of an old state is left over.
 *
 *     Uninit -> UnLogined -> Logining -> Logined -> Logouting -> UnLogined
 */
export type SessionState =
  | { readonly name: 'Uninit' }
  | { readonly name: 'UnLogined' }
  | (Waiting & { readonly name: 'Logining' })
  | { readonly name: 'Logined'; readonly session: ActiveSession }
  | { readonly name: 'Logouting'; readonly done: Done[]; next?: Waiting };

export type StateName = SessionState['name'];

/** The public status (`TIMLoginStatus`) of each state, and where it may lead. */
export const STATES = {
  Uninit: { status: 3, next: ['UnLogined'] },
  UnLogined: { status: 3, next: ['Logining', 'Uninit'] },
  Logining: { status: 2, next: ['Logining', 'Logined', 'UnLogined', 'Uninit'] },
  Logined: { status: 1, next: ['Logining', 'Logouting', 'UnLogined', 'Uninit'] },
  Logouting: { status: 4, next: ['Logouting', 'Logining', 'UnLogined', 'Uninit'] },
} as const satisfies Record<StateName, { status: 1 | 2 | 3 | 4; next: readonly StateName[] }>;

/** Why a state was left. */
export type TransitionReason =
  | 'init'
  | 'login called'
  | 'login succeeded'
  | 'login failed'
  | 'login overtaken'
  | 'account switch'
  | 'logout called'
  | 'logout finished'
  | 'kicked'
  | 'UserSig expired'
  | 'uninit';
