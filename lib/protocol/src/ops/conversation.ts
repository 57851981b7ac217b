import { LIMITS } from '../limits.js';
import {
  accountReceiveOption,
  conversation,
  convGroupName,
  marks,
  receiveOption,
  type AccountReceiveOption,
  type Conversation,
  type ReceiveOption,
} from '../model/conversation.js';
import { target, unixSeconds, type Target } from '../model/message.js';
import { op } from '../op.js';
import { bool, int, list, nothing, obj, oneOf, opt, text, type Nothing } from '../schema.js';

export interface ConversationsParams {
  /** What the page before has told; absent: the first page. */
  readonly after?: string;
  readonly limit: number;
}

export interface ConversationsPage {
  readonly conversations: Conversation[];
  /** For the next page; absent when this was the last one. */
  readonly next?: string;
  /** Names of the groups of conversations; with the first page. */
  readonly groups?: string[];
  /** Do-not-disturb of the account; with the first page. */
  readonly accountOption?: AccountReceiveOption;
  /** Entry of the user's log after which groups and do-not-disturb were so; with the first page. */
  readonly at?: number;
}

export interface TargetsParams {
  readonly targets: Target[];
}

export interface ConversationsResult {
  /** Those that exist. */
  readonly conversations: Conversation[];
}

export interface ReadParams {
  /** Absent: all conversations, or all of a kind. */
  readonly target?: Target;
  readonly kind?: 'c2c' | 'group';
  /** Up to this message; absent: all. */
  readonly upTo?: number;
  /** Up to this time, unix seconds; absent: all. */
  readonly upToTime?: number;
}

export interface RemoveParams extends TargetsParams {
  /** Whether the messages are deleted too, for this user. */
  readonly clear: boolean;
}

export interface PinConversationParams {
  readonly target: Target;
  readonly pinned: boolean;
}

export interface MarkParams extends TargetsParams {
  /** Bits, as a decimal number of 64 bits. */
  readonly mark: string;
  readonly on: boolean;
}

export interface CustomDataParams extends TargetsParams {
  readonly custom: string;
}

export interface OptionParams extends TargetsParams {
  readonly option: ReceiveOption;
}

/** The outcome for each conversation, in the order asked for. */
export interface Outcomes {
  readonly results: { readonly target: Target; readonly code: number; readonly desc: string }[];
}

export interface OptionsResult {
  readonly options: { readonly target: Target; readonly option: ReceiveOption }[];
}

export interface ConvGroupParams extends TargetsParams {
  readonly name: string;
}

export interface RenameConvGroupParams {
  readonly name: string;
  readonly newName: string;
}

const targets = list(target, LIMITS.conversationsPerRequest);
const found = obj<ConversationsResult>({ conversations: list(conversation, LIMITS.conversationsPerRequest) });
const outcomes = obj<Outcomes>({
  results: list(
    obj<Outcomes['results'][number]>({ target, code: int(), desc: text() }),
    LIMITS.conversationsPerRequest,
  ),
});
const again = { needs: 'login', resend: true } as const;
const convGroup = obj<ConvGroupParams>({ name: convGroupName, targets });

/** Operations on conversations: each user's own view of them. */
export const conversationOps = {
  'conv.list': op<ConversationsParams, ConversationsPage>(
    obj<ConversationsParams>({ after: opt(text({ maxBytes: 256 })), limit: int(1, LIMITS.conversationPage) }),
    obj<ConversationsPage>({
      conversations: list(conversation, LIMITS.conversationPage),
      next: opt(text()),
      groups: opt(list(convGroupName, LIMITS.convGroups)),
      accountOption: opt(accountReceiveOption),
      at: opt(int(0)),
    }),
    again,
  ),
  'conv.get': op<TargetsParams, ConversationsResult>(obj<TargetsParams>({ targets }), found, again),
  'conv.read': op<ReadParams, Nothing>(
    obj<ReadParams>({
      target: opt(target),
      kind: opt(oneOf('c2c', 'group')),
      upTo: opt(int(0)),
      upToTime: opt(unixSeconds),
    }),
    nothing,
    again,
  ),
  'conv.remove': op<RemoveParams, Outcomes>(obj<RemoveParams>({ targets, clear: bool }), outcomes, again),
  'conv.pin': op<PinConversationParams, Nothing>(obj<PinConversationParams>({ target, pinned: bool }), nothing, again),
  'conv.mark': op<MarkParams, Outcomes>(obj<MarkParams>({ targets, mark: marks, on: bool }), outcomes, again),
  'conv.custom': op<CustomDataParams, Outcomes>(
    obj<CustomDataParams>({ targets, custom: text({ maxBytes: LIMITS.convCustomBytes }) }),
    outcomes,
    again,
  ),
  'conv.option.set': op<OptionParams, Outcomes>(obj<OptionParams>({ targets, option: receiveOption }), outcomes, again),
  'conv.option.get': op<TargetsParams, OptionsResult>(
    obj<TargetsParams>({ targets }),
    obj<OptionsResult>({
      options: list(
        obj<OptionsResult['options'][number]>({ target, option: receiveOption }),
        LIMITS.conversationsPerRequest,
      ),
    }),
    again,
  ),
  'conv.option.account.set': op<AccountReceiveOption, Nothing>(accountReceiveOption, nothing, again),
  'conv.option.account.get': op<Nothing, AccountReceiveOption>(nothing, accountReceiveOption, again),
  'conv.group.create': op<ConvGroupParams, Outcomes>(convGroup, outcomes, again),
  'conv.group.delete': op<{ readonly name: string }, Nothing>(
    obj<{ readonly name: string }>({ name: convGroupName }),
    nothing,
    again,
  ),
  'conv.group.rename': op<RenameConvGroupParams, Nothing>(
    obj<RenameConvGroupParams>({ name: convGroupName, newName: convGroupName }),
    nothing,
    again,
  ),
  'conv.group.add': op<ConvGroupParams, Outcomes>(convGroup, outcomes, again),
  'conv.group.remove': op<ConvGroupParams, Outcomes>(convGroup, outcomes, again),
};
