// The thread that holds the database, so that a commit never blocks a socket.
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../../clock.js';
import type { StoreFailure } from '../store.js';
import { Batches } from './batches.js';
import { toFailure } from './database.js';
import { Engine } from './engine.js';
import type { Answer, FromWorker, ToWorker, WireFailure, WorkerInput } from './wire.js';

const port = parentPort;
const { file, newEpoch } = workerData as WorkerInput;

function send(message: FromWorker): void {
  port?.postMessage(message);
}

function toWire({ kind, message }: StoreFailure): WireFailure {
  return { kind, message };
}

function serve(engine: Engine): void {
  let answers: Answer[] = [];
  const batches = new Batches(
    (calls) => engine.run(calls),
    (run) => {
      systemClock.defer(run);
    },
    () => {
      send({ answers });
      answers = [];
    },
  );
  const close = async (): Promise<void> => {
    await batches.idle();
    engine.close();
    port?.close();
  };
  port?.on('message', (message: ToWorker) => {
    if ('close' in message) {
      void close();
      return;
    }
    for (const call of message.calls) {
      batches.add(call, (outcome) => {
        answers.push(
          'value' in outcome
            ? { id: call.id, value: outcome.value }
            : { id: call.id, failure: toWire(outcome.failure) },
        );
      });
    }
  });
  send({ ready: { epoch: engine.epoch, driver: engine.driver } });
}

Engine.open(file, newEpoch).then(serve, (error: unknown) => {
  send({ unusable: toWire(toFailure(error, 'cannot open the store')) });
  port?.close();
});
