import { ERRORS } from '../../lib/protocol/dist/index.js';

const RETRY = {
  no: 'no',
  later: 'later',
  'fresh-sig': 'with a fresh UserSig',
  login: 'after login',
};

/** docs/errors.md: every error that a user can meet. */
export function errorDocs() {
  const rows = Object.values(ERRORS)
    .sort((a, b) => a.code - b.code)
    .map(
      ({ code, name, meaning, retry, remedy }) =>
        `| ${code} | \`${name}\` | ${meaning} | ${RETRY[retry]} | ${remedy} |`,
    );
  return `# Errors

Every error that tim-node's SDK and server can give. \`TIMErrCode\` has the names of all codes of the native SDK.
An API function returns a \`TIMResult\` at once; only when that is \`TIM_SUCC\` (0) does its callback come, with one of these codes.

| code | name | meaning | try again | what to do |
| ---: | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
