import { ERRORS } from '@tim-node/protocol';
import { Requests, type Outcome } from '../../../lib/sdk/src/connection/requests.js';
import { ManualClock } from '../../support/manual-clock.js';

/* A request that was sent again may learn that the first one was carried out: its answer was lost. */

const params = { target: { type: 'c2c', id: 'bob' }, seq: 1, reaction: 'like' } as const;
const there = { code: ERRORS.alreadyReacted.code, desc: 'it is there' };

function open(): { requests: Requests; sent: string[]; connect: () => void } {
  const requests = new Requests(new ManualClock());
  const sent: string[] = [];
  const connect = (): void => {
    requests.connected({ write: (text) => sent.push(text) });
    requests.openGate();
  };
  connect();
  return { requests, sent, connect };
}

test('that it is there is an error to who asks once, and success to who has asked before', () => {
  const { requests, sent, connect } = open();
  const outcomes: Outcome<unknown>[] = [];
  const ask = (): void => {
    requests.call('mark.reaction.add', params, (outcome) => outcomes.push(outcome));
  };
  ask();
  requests.answered(1, { error: there });
  ask();
  requests.disconnected();
  connect();
  requests.answered(2, { error: there });
  // Another error is one however often it was asked.
  ask();
  requests.disconnected();
  connect();
  requests.answered(3, { error: { code: ERRORS.tooManyReactions.code, desc: 'full' } });
  expect(sent).toHaveLength(5);
  expect(outcomes).toMatchObject([{ error: there }, { value: {} }, { error: { code: ERRORS.tooManyReactions.code } }]);
});

test('a request that waited for its first connection was not sent again', () => {
  const { requests, connect } = open();
  requests.disconnected();
  const outcomes: Outcome<unknown>[] = [];
  requests.call('mark.reaction.add', params, (outcome) => outcomes.push(outcome));
  connect();
  requests.answered(1, { error: there });
  expect(outcomes).toMatchObject([{ error: there }]);
});
