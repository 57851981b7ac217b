import type { Message } from '@tim-node/protocol';
import { MessageBox } from '../../../lib/sdk/src/facade/web/content/box.js';

const message = (elem: Message['body']['elems'][number]): Message => ({
  target: { type: 'c2c', id: 'bob' },
  seq: 1,
  sender: 'alice',
  clientId: 'a-1',
  time: 1,
  clientTime: 1,
  random: 1,
  platform: 'Web',
  body: { elems: [elem] },
});

test('with another session the messages that the app has get the addresses of that one, and keep what the app has changed', () => {
  let token = 'first';
  const box = new MessageBox((id) => `${token}/${id}`);
  const file = box.adopt(message({ type: 'file', id: 'f1', name: 'a.txt', size: 3 }), 'bob');
  const text = box.adopt({ ...message({ type: 'text', text: 'x' }), random: 2 }, 'bob');
  const { payload } = file;
  expect(payload).toMatchObject({ fileUrl: 'first/f1', fileName: 'a.txt' });
  Object.assign(text.payload, { text: 'changed by the app' });
  token = 'second';
  box.relink();
  expect(file.payload).toBe(payload);
  expect(payload).toMatchObject({ fileUrl: 'second/f1', remoteFileUrl: 'second/f1', fileName: 'a.txt' });
  expect(text.payload).toEqual({ text: 'changed by the app' });
});
