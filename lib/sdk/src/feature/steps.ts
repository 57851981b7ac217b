const STEPS = 100;

/** Progress in whole percents: tells only when it has grown by one, however often it is told itself. */
export function steps(tell: (current: number, total: number) => void): (current: number, total: number) => void {
  let last = -1;
  return (current, total) => {
    const step = total === 0 ? STEPS : Math.floor((current * STEPS) / total);
    if (step <= last) return;
    last = step;
    tell(current, total);
  };
}
