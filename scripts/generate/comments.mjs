/** The lines of a comment in its frame. */
export function comment(lines, indent = '') {
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('')}${indent} */\n`;
}

/** Adds a paragraph before the tags of a comment. */
export function withParagraph(lines, paragraph) {
  const tags = lines.findIndex((line) => line.startsWith('@'));
  const end = tags === -1 ? lines.length : tags;
  return [...lines.slice(0, end), '', paragraph, ...lines.slice(end)];
}

/** Leaves out the tags of some parameters, and what is said about the return value. */
export function withoutTags(lines, names) {
  let keep = true;
  return lines.filter((line) => {
    const [, tag, name] = /^@(\w+) ?(\w*)/.exec(line) ?? [];
    if (tag !== undefined) keep = tag !== 'returns' && !(tag === 'param' && names.includes(name));
    return keep;
  });
}
