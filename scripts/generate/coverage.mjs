const STATES = {
  works: 'works',
  partly: 'works in part',
  later: 'later',
  event: 'accepted, not called yet',
};

const MEANING = `- works: does what the native function does, with the server of this project
- works in part: as the note says; the rest answers 7013, or is accepted without effect
- later: its arguments are checked and it answers before Init and before login as the native library does; a logged-in caller
  gets callback 7013 with a text that names the function, unless the note says otherwise
- accepted, not called yet: the callback is kept, but nothing in this version calls it`;

/** docs/api-coverage.md: what this version can do. */
export function coverage(rows) {
  const modules = [...new Set(rows.map(({ module }) => module))];
  const count = (list, state) => list.filter((row) => row.state === state).length;
  const summary = modules.map((module) => {
    const list = rows.filter((row) => row.module === module);
    return `| ${module} | ${list.length} | ${Object.keys(STATES)
      .map((state) => count(list, state))
      .join(' | ')} |`;
  });
  const total = `| **all** | **${rows.length}** | ${Object.keys(STATES)
    .map((state) => `**${count(rows, state)}**`)
    .join(' | ')} |`;
  return `# What of the native API this version can do

All ${rows.length} functions are there, on every client, by name (\`import { TIMLogin } from 'tim-node'\`) and as promises
(\`tim-node/promises\`). Before Init and before login each of them answers as the native library does: same result codes,
same callback codes and texts, same JSON. It differs only where the native library crashes, forgets a callback, calls back
inside the call or leaves a buffer untouched; \`test/contract/native/improvements.ts\` is the list.

${MEANING}

| module | functions | ${Object.values(STATES).join(' | ')} |
| --- | ---: | ${Object.keys(STATES)
    .map(() => '---:')
    .join(' | ')} |
${summary.join('\n')}
${total}

${modules
  .map((module) =>
    section(
      module,
      rows.filter((row) => row.module === module),
    ),
  )
  .join('\n')}`;
}

function section(module, rows) {
  const lines = rows.map(({ name, state, note }) => `| \`${name}\` | ${STATES[state]} | ${note ?? ''} |`);
  return `## ${module}\n\n| function | state | note |\n| --- | --- | --- |\n${lines.join('\n')}\n`;
}
