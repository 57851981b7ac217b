import { HEADER, numberOf } from './typescript.mjs';

/** One const object and one type per enum, with the old spellings and the Unity names of members beside the others. */
export function enums({ enums: all, aliases }, unity) {
  const others = [
    ...aliases.map((each) => ({ ...each, what: 'Old spelling' })),
    ...unity.memberNames.map((each) => ({ ...each, what: 'Unity name' })),
  ];
  return HEADER + all.map((each) => oneEnum(each, others)).join('\n');
}

function oneEnum({ name, members }, others) {
  const rows = members.flatMap((member) => {
    const same = others.filter(({ alias, of }) => of === member.name && !members.some((each) => each.name === alias));
    return [
      `  ${member.name}: ${numberOf(member.value)},`,
      ...same.map(
        ({ alias, what }) => `  /** ${what} of {@link ${member.name}}. */\n  ${alias}: ${numberOf(member.value)},`,
      ),
    ];
  });
  return `export const ${name} = {\n${rows.join('\n')}\n} as const;\nexport type ${name} = (typeof ${name})[keyof typeof ${name}];\n`;
}
