import { HEADER, numberOf } from './typescript.mjs';

/** One const object and one type per enum, with the old spellings of members beside the present ones. */
export function enums({ enums: all, aliases }) {
  return HEADER + all.map((each) => oneEnum(each, aliases)).join('\n');
}

function oneEnum({ name, members }, aliases) {
  const rows = members.flatMap((member) => {
    const old = aliases.filter(({ alias, of }) => of === member.name && !members.some((other) => other.name === alias));
    return [
      `  ${member.name}: ${numberOf(member.value)},`,
      ...old.map(
        ({ alias }) => `  /** Old spelling of {@link ${member.name}}. */\n  ${alias}: ${numberOf(member.value)},`,
      ),
    ];
  });
  return `export const ${name} = {\n${rows.join('\n')}\n} as const;\nexport type ${name} = (typeof ${name})[keyof typeof ${name}];\n`;
}
