import { styleText } from 'node:util';

const start = performance.now();

/** Prints one step of a sample: seconds since the start, who, what. */
export function say(who: string, what: string): void {
  const seconds = ((performance.now() - start) / 1000).toFixed(2).padStart(5);
  console.log(`${styleText('gray', `${seconds} s`)}  ${styleText('cyan', who.padEnd(8))} ${what}`);
}
