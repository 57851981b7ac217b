import {
  LIMITS,
  timError,
  type ApplicationPlace,
  type ApplicationsPage,
  type GroupApplication,
} from '@tim-node/protocol';
import type { ClientCore } from './client-core.js';
import { toPendency } from './codec/pendencies.js';
import { isNumeric } from './codec/scalars.js';
import { TIMGroupPendencyType } from './generated/enums.js';
import type {
  GroupHandlePendencyParam,
  GroupPendency,
  GroupPendencyOption,
  GroupPendencyResult,
} from './generated/structs.js';
import { answerDone, answerWith, attempt } from './located.js';
import type { Reply } from './row.js';

/* Who wants to come into the groups that this account leads. */

const USUAL_PAGE = 20;

/** TIMGroupGetPendencyList. */
export function listPendencies(
  client: ClientCore,
  [given]: readonly [GroupPendencyOption],
  reply: Reply<Required<GroupPendencyResult>>,
): void {
  const { engine, groups, cursors } = client;
  const wanted = whole(given.group_pendency_option_max_limited);
  const after = placeOf(client, whole(given.group_pendency_option_start_time));
  const limit = Math.min(wanted === 0 ? USUAL_PAGE : wanted, LIMITS.applicationsPage);
  groups.applications(
    { limit, ...(after === undefined ? {} : { after }) },
    answerWith(reply, ({ applications, readTime, unread, next }: ApplicationsPage) => ({
      group_pendency_result_next_start_time: next === undefined ? 0 : cursors.applications.keep(JSON.stringify(next)),
      group_pendency_result_pendency_array: applications.map((each) => toPendency(each, engine.userId)),
      group_pendency_result_read_time_seq: readTime,
      group_pendency_result_unread_num: unread,
    })),
  );
}

/** Where a page begins: where an earlier one ended, or at a time. */
function placeOf({ cursors }: ClientCore, start: number): ApplicationPlace | undefined {
  const place = cursors.applications.find(start);
  if (place === '') return undefined;
  if (place === undefined) return { time: start, group: '', applicant: '' };
  return JSON.parse(place) as ApplicationPlace;
}

/** TIMGroupHandlePendency. */
export function handlePendency(
  { groups }: ClientCore,
  [given]: readonly [GroupHandlePendencyParam],
  reply: Reply<void>,
): void {
  attempt(reply, () => {
    const { group_handle_pendency_param_pendency: pendency = {} } = given;
    const { group_handle_pendency_param_handle_msg: words, group_handle_pendency_param_is_accept: accept } = given;
    const time = whole(pendency.group_pendency_add_time);
    const groupId = pendency.group_pendency_group_id ?? '';
    if (groupId === '') throw timError('invalidParameters', 'group_pendency_group_id is missing');
    groups.handleApplication(
      {
        groupId,
        user: applicantOf(pendency),
        accept: accept === true,
        reply: typeof words === 'string' ? words : '',
        ...(time === 0 ? {} : { time }),
      },
      answerDone(reply),
    );
  });
}

/** @throws TIMError 6017 when it does not say who is to come in */
function applicantOf(pendency: GroupPendency): GroupApplication['user'] {
  const isInvited =
    pendency.group_pendency_pendency_type === TIMGroupPendencyType.kTIMGroupPendency_GroupInviteNeedApprovedByAdmin;
  const user = isInvited ? pendency.group_pendency_to_identifier : pendency.group_pendency_form_identifier;
  if (user === undefined || user === '') {
    throw timError('invalidParameters', 'the pendency does not say who wants to come into the group');
  }
  return user;
}

/** TIMGroupReportPendencyReaded. */
export function readPendencies({ groups }: ClientCore, [time]: readonly [number | bigint], reply: Reply<void>): void {
  groups.readApplications(whole(time), answerDone(reply));
}

/** A whole number that is not negative; 0 for anything else. */
function whole(value: unknown): number {
  const number = isNumeric(value) ? Math.trunc(Number(value)) : 0;
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}
