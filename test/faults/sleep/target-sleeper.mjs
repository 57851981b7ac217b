// A client in a process of its own, which tests put to sleep. Makes the calls that it is told to make, and says what
// its callbacks are told.
import process from 'node:process';
import { createClient } from 'tim-node';

const { url, sdkAppId, folder, callbacks } = JSON.parse(process.argv[2]);
const client = createClient();
for (const name of callbacks) client[name]((...args) => process.send({ told: name, args: args.slice(0, -1) }));
client.TIMInit(sdkAppId, { sdk_config_server_url: url, sdk_config_config_file_path: folder });
process.on('message', ({ id, name, args }) => {
  const result = client[name](...args, (...answer) => process.send({ id, answer: answer.slice(0, -1) }));
  if (result !== 0) process.send({ id, answer: [-1, `${name} returned ${result}`, ''] });
});
process.on('disconnect', () => process.exit());
process.send({ ready: true });
