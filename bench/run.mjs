// `npm run bench [scenario ...]`: measures tim-node beside raw `ws` in the same run and prints ratios.
// With --write the table goes to docs/benchmarks.md; with --quick the numbers are small and say nothing. Method:
// docs/benchmarks.md.
import { cpus, loadavg, release, totalmem } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const SCENARIOS = [
  'cold-start',
  'logins',
  'round-trip',
  'throughput',
  'durable',
  'durable-postgres',
  'xmpp',
  'fan-out',
  'catch-up',
  'history',
  'sdk-memory',
  'idle-memory',
  'many-accounts',
  'size',
];
const START = '<!-- table -->';
const END = '<!-- /table -->';

const args = process.argv.slice(2);
const chosen = args.filter((arg) => !arg.startsWith('--'));
const unknown = chosen.filter((name) => !SCENARIOS.includes(name));
if (unknown.length > 0) {
  console.error(`no such scenario: ${unknown.join(', ')}; there are ${SCENARIOS.join(', ')}`);
  process.exit(2);
}
if (args.includes('--quick') && args.includes('--write')) {
  console.error('what --quick measures is not worth writing down');
  process.exit(2);
}

const rows = [];
for (const name of chosen.length > 0 ? chosen : SCENARIOS) {
  console.log(`\n${name} (load ${loadavg()[0].toFixed(2)})`);
  const { measure } = await import(`./scenarios/${name}.mjs`);
  for (const row of await measure((text) => console.log(`  ${text}`))) {
    rows.push(row);
    console.log(`  ${row.what}: ${row.ours} / ${row.control} -> ${row.ratio}${row.goal ? ` (goal ${row.goal})` : ''}`);
  }
}

const table = [
  '| what | tim-node | control, same run | ratio | goal |',
  '| --- | ---: | ---: | ---: | --- |',
  ...rows.map(
    ({ what, ours, control, ratio, goal }) => `| ${what} | ${ours} | ${control} | ${ratio} | ${goal ?? ''} |`,
  ),
].join('\n');
const machine = `${cpus().length} cores ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.versions.node}`;
console.log(`\n${table}\n\n${machine}`);

if (args.includes('--write')) {
  const file = new URL('../docs/benchmarks.md', import.meta.url);
  const page = readFileSync(file, 'utf8');
  const before = page.slice(0, page.indexOf(START) + START.length);
  const after = page.slice(page.indexOf(END));
  const text = `${before}\n\n${table}\n\nMeasured on ${machine}.\n\n${after}`;
  writeFileSync(file, await format(text, { parser: 'markdown' }));
}
