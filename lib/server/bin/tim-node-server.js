#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(fileURLToPath(main))) {
  const { run } = await import(main.href);
  process.exitCode = await run();
} else {
  console.error('tim-node-server is not built yet. Run "npm run build" in the folder of the repository first.');
  process.exitCode = 1;
}
