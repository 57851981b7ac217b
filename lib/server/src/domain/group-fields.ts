import { LIMITS, timError, utf8Length, type CustomField, type GroupFields } from '@tim-node/protocol';
import { MAX_MEMBERS } from '../rules/group-rules.js';

const SIZES = {
  name: LIMITS.groupNameBytes,
  notification: LIMITS.groupTextBytes,
  introduction: LIMITS.groupTextBytes,
  faceUrl: LIMITS.groupFaceUrlBytes,
} as const;

const PLAIN = ['name', 'notification', 'introduction', 'faceUrl', 'joinOption', 'approveOption'] as const;

/**
 * What was said of a group and nothing else, when all of it is possible.
 * @throws TIMError 10004
 */
export function checkedFields(fields: GroupFields): GroupFields {
  for (const [field, bytes] of Object.entries(SIZES)) {
    if (utf8Length(fields[field as keyof typeof SIZES] ?? '') > bytes) throw tooLong(field, bytes);
  }
  // Zero stands for what is usual.
  const maxMembers = fields.maxMembers === 0 ? undefined : fields.maxMembers;
  if (maxMembers !== undefined && maxMembers > MAX_MEMBERS) {
    throw timError('groupInvalid', `a group has at most ${MAX_MEMBERS} members`);
  }
  const plain = Object.fromEntries(
    PLAIN.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
  );
  return {
    ...plain,
    ...(maxMembers === undefined ? {} : { maxMembers }),
    ...(fields.custom === undefined ? {} : { custom: fields.custom.map(checkedCustom) }),
  };
}

function checkedCustom({ key, value }: CustomField): CustomField {
  const { groupCustomKeyBytes, groupCustomValueBytes } = LIMITS;
  if (key === '') throw timError('groupInvalid', 'the key of a field must not be empty');
  if (utf8Length(key) > groupCustomKeyBytes) throw tooLong('the key of a field', groupCustomKeyBytes);
  if (utf8Length(value) > groupCustomValueBytes) throw tooLong('the value of a field', groupCustomValueBytes);
  return { key, value };
}

export function checkNameCard(nameCard: string): void {
  if (utf8Length(nameCard) > LIMITS.nameCardBytes) throw tooLong('nameCard', LIMITS.nameCardBytes);
}

function tooLong(field: string, bytes: number): Error {
  return timError('groupInvalid', `${field} must be at most ${bytes} bytes`);
}
