// A client with a local store in a process of its own, which tests kill. Writes each text that it receives into a file:
// a pipe may be full.
import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { createClient } from 'tim-node';

const { url, sdkAppId, folder, userId, userSig, diary } = JSON.parse(process.argv[2]);
const say = (line) => appendFileSync(diary, `${line}\n`);
const client = createClient();
client.TIMAddRecvNewMsgCallback((json) => {
  for (const { message_elem_array: elems } of JSON.parse(json)) say(elems[0].text_elem_content);
});
client.TIMInit(sdkAppId, { sdk_config_server_url: url, sdk_config_config_file_path: folder });
client.TIMLogin(userId, userSig, (code) => say(`login ${code}`));
