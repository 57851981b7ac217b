// Clients of an XMPP server over bare TCP, with no more XML than they need: everything that is sent is known, and what
// is read is the text of each message.
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { parameters, serve } from '../tools.mjs';
import { throughput } from './load.mjs';

const { port } = parameters();
console.log('{}');

const HOST = 'localhost';
const STREAM = `<?xml version='1.0'?><stream:stream to='${HOST}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>`;
const BIND = `<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>`;
const auth = (user) =>
  `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${Buffer.from(`\0${user}\0any`).toString('base64')}</auth>`;

/** XMPP does not tell a sender that his message was stored: the next one goes when the receiver has it. */
const underWay = new Map();

const peer = {
  async connect(name, onText) {
    const socket = connectTcp(port, '127.0.0.1');
    socket.setNoDelay(true);
    socket.setEncoding('utf8');
    await once(socket, 'connect');
    let unread = '';
    let onData;
    socket.on('data', (data) => {
      unread += data;
      onData?.();
    });
    const answer = async (text, end) => {
      socket.write(text);
      while (!unread.includes(end)) {
        if (/<failure|<stream:error|type='error'/.test(unread)) throw new Error(unread);
        await new Promise((resolve) => (onData = resolve));
      }
      unread = '';
    };
    await answer(STREAM, '</stream:features>');
    await answer(auth(name), '<success');
    await answer(STREAM, '</stream:features>');
    await answer(BIND, '</iq>');
    // What comes back is one's own presence, and who is online gets messages at once.
    await answer('<presence/>', '<presence');

    underWay.set(name, []);
    onData = () => {
      const stanzas = unread.split('</message>');
      unread = stanzas.pop();
      for (const stanza of stanzas) {
        const body = /<body>(.*)<\/body>/.exec(stanza)?.[1];
        if (body === undefined || stanza.includes("type='error'")) throw new Error(stanza);
        onText(body);
        underWay.get(name).shift()();
      }
    };
    let lastId = 0;
    return {
      send(to, text, onStored) {
        underWay.get(to).push(onStored);
        lastId += 1;
        socket.write(`<message to='${to}@${HOST}' type='chat' id='${lastId}'><body>${text}</body></message>`);
      },
    };
  },
};

const requests = { throughput };
await serve(({ what, ...details }) => requests[what](peer, details));
process.exit(0);
