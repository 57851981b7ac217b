const STEP = 5;

/** Waits until something holds, and fails loudly when it does not within a time that even a busy machine needs. */
export async function waitFor(what: string, holds: () => boolean | Promise<boolean>, patience = 15_000): Promise<void> {
  const end = performance.now() + patience;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
}

/** A promise that must settle in time. */
export async function inTime<T>(what: string, promise: Promise<T>, patience = 15_000): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`waited in vain for ${what}`));
    }, patience);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
