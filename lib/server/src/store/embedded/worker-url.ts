/** Where the worker lies. The only module that knows its own place; tests, which run from sources, replace it. */
export const workerUrl = new URL('./worker.js', import.meta.url);
