import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { waitFor } from '../../support/wait.js';
import { CASES, type CaseName } from './cases.js';

const MIB = 1024 * 1024;
/** What a process may keep of all that was done to it so far, once its garbage is gone. */
export const KEPT = 20 * MIB;
/** By how much its memory may ever grow, garbage included. */
const PEAK = 80 * MIB;
/** Even the slowest row on a busy machine gets done in this time; milliseconds. */
const PATIENCE = 120_000;
/** pino's number of the level `error`. */
const ERROR = 50;

/** Bytes. */
export interface Memory {
  /** In use, without garbage. */
  readonly used: number;
  /** The most that was ever resident. */
  readonly peak: number;
}

/** Where hostile things happen: a server or a client in a process of its own, and how to look at it. */
export interface Arena {
  /** Whatever has happened, somebody else can log in and send a message. */
  alive(): Promise<void>;
  memory(): Promise<Memory>;
  /** What was logged since the last time. */
  takeLog(): string;
  /** Texts that nobody may find in a log. */
  readonly secrets: ReadonlySet<string>;
  /** Lets go of what a row has opened. */
  cleanUp(): Promise<void>;
  /** Ends the process. What it has logged can still be taken. */
  end(): Promise<void>;
  discard(): void;
}

/** One hostile act and what has to come of it. */
export interface Row<A extends Arena> {
  readonly case: CaseName;
  readonly what: string;
  /** Takes long: begins before the first row, and goes on beside the others until its turn. */
  readonly early?: boolean;
  /** Does it, and checks the answer. */
  run(arena: A): Promise<void>;
  /** Whether the server itself is made to fail; otherwise it must log no error. */
  readonly breaks?: boolean;
}

export interface SuiteOptions {
  /** By how much the memory of the process may ever grow, garbage included; bytes. */
  readonly peak?: number;
}

/**
 * Makes a test of each row. After every one the process lives and serves others, its memory is within bounds, and
 * its log holds one record a line and no secret. All rows of a file share one process, so that damage adds up.
 */
export function hostile<A extends Arena>(
  begin: () => Promise<A>,
  rows: readonly Row<A>[],
  options: SuiteOptions = {},
): void {
  const { peak = PEAK } = options;
  jest.setTimeout(PATIENCE);
  let arena: A;
  let before: Memory;
  const underWay = new Map<Row<A>, Promise<void>>();

  beforeAll(async () => {
    arena = await begin();
    for (let warmUp = 0; warmUp < 3; warmUp += 1) await arena.alive();
    before = await arena.memory();
    for (const row of rows.filter(({ early }) => early)) {
      const ran = row.run(arena);
      // Whatever comes of it is told at its turn.
      ran.catch(() => undefined);
      underWay.set(row, ran);
    }
  });

  afterAll(async () => {
    await arena.end();
    checkLog(arena);
    arena.discard();
  });

  for (const row of rows) {
    test(`${String(row.case)} ${CASES[row.case]}: ${row.what}`, async () => {
      try {
        await (underWay.get(row) ?? row.run(arena));
      } finally {
        await arena.cleanUp();
      }
      await arena.alive();
      let now = await arena.memory();
      await waitFor('the memory to be free', async () => {
        if (now.used > before.used + KEPT) now = await arena.memory();
        return now.used <= before.used + KEPT;
      });
      expect(now.peak).toBeLessThan(before.peak + peak);
      const records = checkLog(arena);
      if (row.breaks !== true) expect(records.filter(({ level = 0 }) => level >= ERROR)).toEqual([]);
    });
  }

  test('docs/security.md names this file at exactly these cases', () => {
    const file = basename(expect.getState().testPath ?? '');
    const here = casesOnPage().filter(({ tests }) => tests.includes(file));
    expect(new Set(here.map((line) => line.name))).toEqual(new Set(rows.map((row) => String(row.case))));
  });
}

/** The table in docs/security.md: the number of each case, and the files that try it. */
export function casesOnPage(): { readonly name: string; readonly tests: readonly string[] }[] {
  const page = readFileSync(join(__dirname, '../../../docs/security.md'), 'utf8');
  return [...page.matchAll(/^\| +(\d+|S) +\|.*\|(.*)\|$/gm)].map(([, name = '', files = '']) => ({
    name,
    tests: [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
  }));
}

interface LogRecord {
  readonly level?: number;
  readonly msg?: string;
}

// eslint-disable-next-line no-control-regex -- looked for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/;
/** Logs cut long values: the beginning of a secret is as bad as the whole. */
const BEGINNING = 40;

/** The records of the new part of a log, after the check that nobody's secret and nobody's control character is in it. */
function checkLog(arena: Arena): LogRecord[] {
  const log = arena.takeLog();
  expect(CONTROL.exec(log)).toBeNull();
  const leaked = [...arena.secrets].filter((secret) => log.includes(secret.slice(0, BEGINNING)));
  expect(leaked).toEqual([]);
  return log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogRecord);
}
