import { execFile } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** A script that hangs is a failure; milliseconds. */
const PATIENCE = 90_000;

/** Runs a script with the Node of the tests until it ends by itself, and gives what it wrote. */
export function runScript(file: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [file, ...args], { timeout: PATIENCE }, (error, stdout, stderr) => {
      if (error)
        reject(new Error(`${file} ${error.signal ?? `ended with ${String(error.code)}`}\n${stdout}\n${stderr}`));
      else resolve(stdout);
    });
  });
}
