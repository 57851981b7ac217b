// `npm run server -- [options]`: a server that stays.
import { run, setUp } from './setup.mjs';

setUp();
run(process.execPath, ['lib/server/bin/tim-node-server.js', ...process.argv.slice(2)]);
