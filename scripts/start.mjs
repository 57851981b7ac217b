// `npm start`: shows two accounts at work against a server of one's own, then ends.
import { run, setUp } from './setup.mjs';

setUp();
run(process.execPath, ['samples/dist/hello-callback.js']);
