import type { CreateGroupParams, LoginResult, Target } from '@tim-node/protocol';
import type { TimServer } from '@tim-node/server';
import { bytes, png } from '../../support/media.js';
import { linkTo, uploaded } from '../../support/media-server.js';
import { logIn, message, RawClient, type LoggedIn } from '../../support/raw-client.js';
import { NO_HEARTBEAT, rest, servers, ServerClock } from '../../support/server.js';

const { start } = servers();

const file = (id: string) => ({ body: { elems: [{ type: 'file' as const, id, name: 'a.bin', size: 10 }] } });

const addressOf = (server: TimServer, id: string, { mediaToken = '' }: Pick<LoginResult, 'mediaToken'>): string =>
  `${server.httpUrl}/media/${server.sdkAppId}/${id}?token=${mediaToken}`;

const statusOf = async (address: string): Promise<number> => (await fetch(address)).status;

describe('the token of a session', () => {
  test('loads what its user may see, and nothing else', async () => {
    const server = await start();
    const { client: alice, session: ofAlice } = await logIn(server, 'alice');
    const { session: ofBob } = await logIn(server, 'bob');
    const { session: ofEve } = await logIn(server, 'eve');
    const picture = png(3, 3);
    const { id } = await uploaded(server, alice, picture, { kind: 'image' });
    expect(await statusOf(addressOf(server, id, ofBob))).toBe(404);
    await alice.send('bob', '', file(id));
    for (const session of [ofAlice, ofBob]) {
      const answer = await fetch(addressOf(server, id, session));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
    }
    expect(await statusOf(addressOf(server, id, ofEve))).toBe(404);
    expect(await statusOf(addressOf(server, 'A'.repeat(32), ofBob))).toBe(404);
    expect(await statusOf(addressOf(server, id, ofBob).replace(`/${server.sdkAppId}/`, '/1/'))).toBe(404);
  });

  test('cannot be forged, and is no other secret of the session', async () => {
    const server = await start();
    const { client: alice, session } = await logIn(server, 'alice');
    const { session: ofEve } = await logIn(server, 'eve');
    const { id } = await uploaded(server, alice, bytes(10));
    const [signature = ''] = ofEve.mediaToken?.split('.') ?? [];
    const forged = [
      '',
      'x',
      '.',
      session.token,
      session.sessionId,
      signature,
      `${signature}.${session.sessionId}`,
      `.${session.sessionId}`,
      `${session.mediaToken ?? ''}x`,
      `${session.mediaToken ?? ''}&token=x`,
      'x'.repeat(5000),
    ];
    for (const mediaToken of forged) expect(await statusOf(addressOf(server, id, { mediaToken }))).toBe(401);
    expect(await statusOf(addressOf(server, id, session))).toBe(200);
  });

  test('ends with the session: at the end of the UserSig, which a newer one moves', async () => {
    const clock = new ServerClock();
    const server = await start({ clock, limits: NO_HEARTBEAT });
    const { client, session } = await logIn(server, 'alice', { userSig: server.genUserSig('alice', 100) });
    const { id } = await uploaded(server, client, bytes(10));
    const address = addressOf(server, id, session);
    await client.ask('session.renew', { userSig: server.genUserSig('alice', 200) });
    await clock.advance(150_000);
    expect(await statusOf(address)).toBe(200);
    await clock.advance(60_000);
    expect(await statusOf(address)).toBe(401);
  });

  test.each([
    ['a logout', (_server: TimServer, client: RawClient) => client.ask('session.logout', {})],
    ['a kick', (server: TimServer) => rest(server, 'im_open_login_svc/kick', { UserID: 'alice' })],
  ])('ends with the session: at %s', async (_name, end) => {
    const server = await start();
    const { client, session } = await logIn(server, 'alice');
    const { id } = await uploaded(server, client, bytes(10));
    expect(await statusOf(addressOf(server, id, session))).toBe(200);
    await end(server, client);
    expect(await statusOf(addressOf(server, id, session))).toBe(401);
  });

  test('is the same after a lost connection', async () => {
    const server = await start();
    const { client, session } = await logIn(server, 'alice');
    const { id } = await uploaded(server, client, bytes(10));
    await client.cut();
    expect(await statusOf(addressOf(server, id, session))).toBe(200);
    const again = await RawClient.open(server.url);
    const { sessionId, token, mediaToken } = session;
    expect(await again.ask('session.resume', { sessionId, token })).toMatchObject({ mediaToken });
    await again.close();
  });
});

async function group(server: TimServer, owner: RawClient, users: readonly string[]): Promise<Target> {
  const members: CreateGroupParams['members'] = users.map((user) => ({ user, role: 'member' }));
  const params = { type: 'Private', name: 'us', joinOption: 'any', members } as const;
  const { groupId: id } = await owner.ask('group.create', params);
  return { type: 'group', id };
}

const merger = (key: string) => ({
  body: {
    elems: [{ type: 'merger' as const, title: 't', abstracts: [], compatibleText: 'c', key, tooDeep: false }],
  },
});

describe('files in merged messages', () => {
  test('are fetched by the readers of the message that names them, if its sender may', async () => {
    const server = await start();
    const { client: alice } = await logIn(server, 'alice');
    const { client: bob } = await logIn(server, 'bob');
    const { client: carol } = await logIn(server, 'carol');
    const { client: eve } = await logIn(server, 'eve');
    const { id } = await uploaded(server, alice, bytes(10));
    const { id: ofEve } = await uploaded(server, eve, bytes(10));
    await alice.send('bob', '', file(id));
    const { key } = await bob.ask('msg.merger.put', { messages: '[]', media: [id, ofEve] });
    const { key: outer } = await bob.ask('msg.merger.put', { messages: '[]', mergers: [key] });
    await bob.send('carol', 'nothing yet');
    expect(await linkTo(carol, id)).toBeUndefined();
    await bob.send('carol', '', merger(outer));
    expect(await linkTo(carol, id)).toBeDefined();
    expect(await linkTo(carol, ofEve)).toBeUndefined();
    expect(await linkTo(eve, id)).toBeUndefined();
    // Passed on by a reader, in a changed message.
    const { seq } = await carol.send('eve', 'soon');
    const { elems } = merger(outer).body;
    await carol.ask('msg.modify', { target: { type: 'c2c', id: 'eve' }, seq, version: 0, elems });
    expect(await linkTo(eve, id)).toBeDefined();
  });

  test('whose key is made up open nothing', async () => {
    const server = await start();
    const { client: alice } = await logIn(server, 'alice');
    const { client: bob } = await logIn(server, 'bob');
    const { client: eve } = await logIn(server, 'eve');
    const { id } = await uploaded(server, alice, bytes(10));
    await alice.send('bob', '', file(id));
    for (const key of ['c2c:alice:bob', '%', 'merger:', id]) await eve.send('eve', '', merger(key));
    const { key } = await eve.ask('msg.merger.put', { messages: '[]', media: [id], mergers: ['c2c:alice:bob', '%'] });
    await eve.send('eve', '', merger(key));
    expect(await linkTo(eve, id)).toBeUndefined();
    expect(await linkTo(bob, id)).toBeDefined();
  });
});

describe('files in groups', () => {
  test('are fetched by the members, and not by others or those who have left', async () => {
    const server = await start();
    const [alice, bob, carol, dave, eve] = [
      await logIn(server, 'alice'),
      await logIn(server, 'bob'),
      await logIn(server, 'carol'),
      await logIn(server, 'dave'),
      await logIn(server, 'eve'),
    ];
    const target = await group(server, alice.client, ['bob', 'carol', 'dave']);
    const { id } = await uploaded(server, alice.client, bytes(10));
    await alice.client.ask('msg.send', message('', '', { target, ...file(id) }));
    const open = async ({ client, session }: LoggedIn): Promise<[boolean, number]> => [
      (await linkTo(client, id)) !== undefined,
      await statusOf(addressOf(server, id, session)),
    ];
    expect(await open(bob)).toEqual([true, 200]);
    expect(await open(dave)).toEqual([true, 200]);
    expect(await open(eve)).toEqual([false, 404]);
    await bob.client.ask('group.quit', { groupId: target.id });
    await alice.client.ask('group.kick', { groupId: target.id, users: ['dave'], reason: '' });
    expect(await open(bob)).toEqual([false, 404]);
    expect(await open(dave)).toEqual([false, 404]);
    expect(await open(carol)).toEqual([true, 200]);
    expect(await open(alice)).toEqual([true, 200]);
  });
});
