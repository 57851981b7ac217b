import { createClient, defaultClient, type TimClient } from '../../native/client.js';
import { UnityCore } from './core.js';
import type { UnityClient } from './generated/api.js';
import { methodNamed, methodNames } from './methods.js';

const cores = new WeakMap<object, UnityCore>();

/**
 * Has every function, but makes each only when it is first asked for: 312 functions that are made on import would be
 * most of what importing the Unity style costs.
 */
const prototype = new Proxy(
  {},
  {
    get: (target, name, sdk: object): unknown => methodOf(sdk, name) ?? Reflect.get(target, name, sdk),
    has: (target, name) => methodNamed(name) !== undefined || Reflect.has(target, name),
    ownKeys: () => methodNames(),
    getOwnPropertyDescriptor: (_target, name) => {
      if (methodNamed(name) === undefined) return undefined;
      return {
        configurable: true,
        enumerable: true,
        get(this: object) {
          return methodOf(this, name);
        },
      };
    },
  },
);

/** A function bound to its account, so that `const { Login } = TencentIMSDK` works. */
function methodOf(sdk: object, name: string | symbol): unknown {
  const [core, method] = [cores.get(sdk), methodNamed(name)];
  if (core === undefined || method === undefined || typeof name === 'symbol') return undefined;
  const value = (...args: unknown[]): unknown => method.run(core, name, args);
  Object.defineProperty(value, 'name', { value: name, configurable: true });
  Object.defineProperty(value, 'length', { value: method.length, configurable: true });
  Object.defineProperty(sdk, name, { value, configurable: true, enumerable: true, writable: true });
  return value;
}

function unityOn(open: () => TimClient): UnityClient {
  const made = Object.create(prototype) as UnityClient;
  cores.set(made, new UnityCore(open));
  return made;
}

/**
 * The Unity style for one more account.
 * @param client an account of the C style to work on
 * @defaultValue a new one
 */
export function createUnityClient(client: TimClient = createClient()): UnityClient {
  return unityOn(() => client);
}

/** The static class of the Unity SDK, for the account that the C functions exported by name work on, too. */
export const TencentIMSDK: UnityClient = unityOn(defaultClient);
