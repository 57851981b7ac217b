import type { MediaKind, UploadPlace } from '@tim-node/protocol';
import type { TimServer } from '@tim-node/server';
import type { RawClient } from './raw-client.js';

type Headers = Readonly<Record<string, string>>;

/** Sends bytes of an announced file. */
export function put(
  server: TimServer,
  place: UploadPlace,
  body: Buffer | ReadableStream,
  headers: Headers = {},
): Promise<Response> {
  return fetch(`${server.httpUrl}${place.path}`, {
    method: 'PUT',
    body: body,
    headers: { authorization: `Bearer ${place.token}`, ...headers },
    duplex: 'half',
  });
}

/** Announces a file and sends its bytes. */
export async function uploaded(
  server: TimServer,
  client: RawClient,
  content: Buffer,
  more: { readonly kind?: MediaKind; readonly name?: string } = {},
): Promise<UploadPlace> {
  const place = await client.ask('media.upload', { kind: 'file', name: 'a.bin', size: content.length, ...more });
  expect((await put(server, place, content)).status).toBe(201);
  return place;
}

export async function linkTo(client: RawClient, id: string): Promise<string | undefined> {
  const { links } = await client.ask('media.link', { ids: [id] });
  return links[0]?.path;
}
