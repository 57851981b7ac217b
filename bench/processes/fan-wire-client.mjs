// Members of a group of our server, each with a session of his own.
import { parameters, pool, serve } from '../tools.mjs';
import { fanOut } from './load.mjs';
import { connectWire } from './wire.mjs';

const server = parameters();
console.log('{}');

/** Members that one request invites. */
const ABREAST = 100;

let hear;
const group = { members: 0, senders: [], onText: (listener) => (hear = listener) };
const nameOf = (member) => `member-${member}`;

async function connect(member) {
  return connectWire(server, nameOf(member), (entries) => {
    for (const { kind, message } of entries) {
      // The group tells of its new members too.
      const [elem] = kind === 'message' ? message.body.elems : [];
      if (elem?.type === 'text') hear(member, elem.text);
    }
  });
}

const requests = {
  async gather({ members, senders, type }) {
    const wires = [];
    await pool(members, 50, async (member) => {
      wires[member] = await connect(member);
    });
    const [owner] = wires;
    const { groupId } = await owner.request('group.create', { type, name: 'bench', approveOption: 'any', members: [] });
    for (let first = 1; first < members; first += ABREAST) {
      const users = Array.from({ length: Math.min(ABREAST, members - first) }, (_, at) => nameOf(first + at));
      const { results } = await owner.request('group.invite', { groupId, users });
      if (results.some(({ result }) => result !== 1)) throw new Error('somebody did not get into the group');
    }
    const target = { type: 'group', id: groupId };
    group.senders = wires.slice(0, senders).map((wire) => (text, onStored) => wire.sendText(target, text, onStored));
    group.members = members;
    const { results } = await owner.request('group.info', { groups: [groupId] });
    const { memberCount, maxMembers } = results[0].group;
    if (memberCount !== members) throw new Error(`${memberCount} members are in the group`);
    return { maxMembers };
  },
  fanOut: (load) => fanOut(group, load),
};
await serve(({ what, ...details }) => requests[what](details));
process.exit(0);
