import { ERRORS, isUserId, utf8Length } from '@tim-node/protocol';
import { list, obj, opt, text, type Schema } from '@tim-node/protocol/schema';
import { unixSeconds } from '../../clock.js';
import type { AccountImport } from '../../store/store.js';
import { command, type AnyCommand } from '../command.js';
import { restError, RestError } from '../codes.js';

/** Accounts in one call. */
const MAX_BATCH = 100;
/** Longest nickname or picture address, in bytes. */
const MAX_PROFILE_BYTES = 500;

interface Profile {
  readonly Nick?: string;
  readonly FaceUrl?: string;
}

interface NamedAccount {
  readonly UserID?: string;
  /** The name of the field until 2020. */
  readonly Identifier?: string;
}

interface AccountItem {
  readonly UserID: string;
}

const profile = { Nick: opt(text()), FaceUrl: opt(text()) };
const named = { UserID: opt(text()), Identifier: opt(text()) };
const item: Schema<AccountItem> = obj<AccountItem>({ UserID: text() });

/** The user that a call is about. */
function userOf({ UserID, Identifier }: NamedAccount): string {
  const user = UserID ?? Identifier;
  if (user === undefined) throw restError('badParameter', 'UserID is missing');
  if (!isUserId(user)) throw restError('badParameter', 'UserID must be 1 to 32 of a-z A-Z 0-9 _ -');
  return user;
}

function toImport(app: number, user: string, { Nick, FaceUrl }: Profile): AccountImport {
  for (const value of [Nick, FaceUrl]) {
    if (value !== undefined && utf8Length(value) > MAX_PROFILE_BYTES) throw restError('tooLong');
  }
  return {
    app,
    user,
    ...(Nick === undefined ? {} : { nick: Nick }),
    ...(FaceUrl === undefined ? {} : { faceUrl: FaceUrl }),
  };
}

interface MultiImport {
  readonly Accounts?: string[];
  readonly AccountList?: (AccountItem & Profile)[];
}

/** Result of one item of a batch. */
function itemResult(UserID: string, error?: { readonly code: number; readonly info: string }): object {
  return { UserID, ResultCode: error?.code ?? 0, ResultInfo: error?.info ?? '' };
}

const UNKNOWN = { code: ERRORS.accountMissing.code, info: ERRORS.accountMissing.meaning };
const BAD_USER_ID = restError('badParameter', 'UserID must be 1 to 32 of a-z A-Z 0-9 _ -');

/** im_open_login_svc: accounts and their logins. */
export const accountCommands: Record<string, AnyCommand> = {
  'im_open_login_svc/account_import': command<NamedAccount & Profile>({
    request: obj<NamedAccount & Profile>({ ...named, ...profile }),
    refusal: 'badParameter',
    run: async ({ app, store, clock }, params) => {
      await store.importAccounts({ accounts: [toImport(app, userOf(params), params)], now: unixSeconds(clock) });
      return {};
    },
  }),

  'im_open_login_svc/multiaccount_import': command<MultiImport>({
    request: obj<MultiImport>({
      Accounts: opt(list(text(), MAX_BATCH)),
      AccountList: opt(list(obj<AccountItem & Profile>({ UserID: text(), ...profile }), MAX_BATCH)),
    }),
    refusal: 'badParameter',
    run: async ({ app, store, clock }, { Accounts, AccountList }) => {
      const items: (AccountItem & Profile)[] | undefined = AccountList ?? Accounts?.map((UserID) => ({ UserID }));
      if (items === undefined) throw restError('badParameter', 'Accounts or AccountList is missing');
      const accounts: AccountImport[] = [];
      const FailAccounts: string[] = [];
      for (const each of items) {
        if (isUserId(each.UserID)) accounts.push(toImport(app, each.UserID, each));
        else FailAccounts.push(each.UserID);
      }
      await store.importAccounts({ accounts, now: unixSeconds(clock) });
      return { FailAccounts };
    },
  }),

  'im_open_login_svc/account_check': command<{ CheckItem: AccountItem[] }>({
    request: obj<{ CheckItem: AccountItem[] }>({ CheckItem: list(item, MAX_BATCH) }),
    refusal: 'badParameter',
    run: async ({ app, store }, { CheckItem }) => {
      const users = CheckItem.map(({ UserID }) => UserID);
      const found = new Set(await store.findAccounts({ app, users: users.filter(isUserId) }));
      const ResultItem = users.map((user) => ({
        ...itemResult(user, isUserId(user) ? undefined : BAD_USER_ID),
        AccountStatus: found.has(user) ? 'Imported' : 'NotImported',
      }));
      return { ResultItem };
    },
  }),

  'im_open_login_svc/account_delete': command<{ DeleteItem: AccountItem[] }>({
    request: obj<{ DeleteItem: AccountItem[] }>({ DeleteItem: list(item, MAX_BATCH) }),
    refusal: 'badParameter',
    run: async ({ app, sessions }, { DeleteItem }) => {
      const ResultItem: object[] = [];
      for (const { UserID } of DeleteItem) {
        const existed = isUserId(UserID) && (await sessions.deleteAccount(app, UserID));
        ResultItem.push(itemResult(UserID, existed ? undefined : UNKNOWN));
      }
      return { ResultItem };
    },
  }),

  'im_open_login_svc/kick': command<NamedAccount>({
    request: obj<NamedAccount>(named),
    refusal: 'badParameter',
    run: async ({ app, sessions }, params) => {
      if (!(await sessions.kick(app, userOf(params)))) throw new RestError(UNKNOWN.code, UNKNOWN.info);
      return {};
    },
  }),
};
