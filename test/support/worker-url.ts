import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Stands in for the module of the server that knows where its worker lies: tests run from sources, a worker cannot. */
export const workerUrl = pathToFileURL(join(__dirname, '../../lib/server/dist/store/embedded/worker.js'));
