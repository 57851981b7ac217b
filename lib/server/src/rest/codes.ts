/** Codes of the REST API that have no entry in the catalogue of the SDK. The names are ours. */
export const REST_CODES = {
  badUrl: { code: 60002, info: 'bad URL' },
  notJson: { code: 60003, info: 'the body is not a JSON object' },
  badIdentifier: { code: 60004, info: 'identifier is missing or not a UserID' },
  badUserSig: { code: 60005, info: 'usersig is missing' },
  badAppId: { code: 60006, info: 'the server does not know this sdkappid' },
  badForm: { code: 60008, info: 'POST is the only method' },
  noSuchCommand: { code: 60009, info: 'no such service or command' },
  notAdministrator: { code: 60010, info: 'identifier is not an administrator of this app' },
  noAppId: { code: 60012, info: 'sdkappid is missing' },
  badParameter: { code: 70402, info: 'bad parameter' },
  internal: { code: 70500, info: 'the server failed' },
  tooLong: { code: 40601, info: 'a value is longer than 500 bytes' },
  badTargets: { code: 90003, info: 'To_Account must be a list of UserIDs' },
  tooManyTargets: { code: 90011, info: 'To_Account has more than 500 items' },
} as const satisfies Record<string, { readonly code: number; readonly info: string }>;

export type RestCode = keyof typeof REST_CODES;

/** A call that was refused. */
export class RestError extends Error {
  override readonly name = 'RestError';

  constructor(
    readonly code: number,
    readonly info: string,
  ) {
    super(info);
  }
}

export function restError(name: RestCode, info: string = REST_CODES[name].info): RestError {
  return new RestError(REST_CODES[name].code, info);
}
