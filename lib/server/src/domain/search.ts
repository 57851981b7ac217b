import type { SearchParams, SearchResult, Target } from '@tim-node/protocol';
import type { Session } from '../session/session.js';
import type { PlacesIn, SearchableConversation } from '../store/calls/search.js';
import type { Store } from '../store/store.js';
import { toMessage } from './message-text.js';
import type { MessagePlace, ProvidedServices } from './providers.js';

/**
 * Searches the messages of the server with the provider that it was given. What the provider has found is looked up
 * again: its user gets only what he may see now, whatever the provider says.
 */
export class Search {
  constructor(
    private readonly store: Store,
    private readonly services: ProvidedServices,
  ) {}

  async messages(session: Session, { target, limit, cursor = '', ...wanted }: SearchParams): Promise<SearchResult> {
    this.services.check('searchMessages');
    const { app, user } = session;
    const all = await this.store.searchableConversations({ app, user });
    const conversations = target === undefined ? all : all.filter((each) => isSame(each.target, target));
    if (conversations.length === 0) return { items: [], total: 0 };
    const query = { ...wanted, limit, cursor, conversations: conversations.map(toHint) };
    const { places, total, cursor: next = '' } = await this.services.searchMessages(session, query);
    const found = await this.store.findPlaces({ app, user, places: byConversation(places, conversations) });
    const items = found.map(({ messages, ...rest }) => ({ ...rest, messages: messages.map(toMessage) }));
    const count = target === undefined ? items.length : (items[0]?.messages.length ?? 0);
    return { items, total: Math.max(total ?? 0, count), ...(next === '' ? {} : { cursor: next }) };
  }
}

function toHint({ convId, target, above }: SearchableConversation): {
  conversation: string;
  target: Target;
  above: number;
} {
  return { conversation: convId, target: { type: target.type, id: target.id }, above };
}

function isSame(a: Target, b: Target): boolean {
  return a.type === b.type && a.id === b.id;
}

/** In the order in which the provider has named them first. Places elsewhere do not count. */
function byConversation(
  places: readonly MessagePlace[],
  conversations: readonly SearchableConversation[],
): readonly PlacesIn[] {
  const known = new Map(conversations.map((each) => [each.convId, each]));
  const found = new Map<string, PlacesIn & { readonly seqs: number[] }>();
  for (const { conversation, seq } of places) {
    const meant = known.get(conversation);
    if (meant === undefined) continue;
    const { convId, target } = meant;
    const before = found.get(convId) ?? { convId, target, seqs: [] };
    found.set(convId, before);
    before.seqs.push(seq);
  }
  return [...found.values()];
}
