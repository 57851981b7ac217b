export { AppFileError } from './data-dir/app-file.js';
export { FolderLockedError } from './data-dir/lock.js';
export type { Clock, Timer } from './clock.js';
export type { FoundMessages, MessagePlace, MessageQuery, ProviderCall, Providers } from './domain/providers.js';
export { OptionError, type AppOptions, type ServerLimits, type ServerOptions } from './options.js';
export { POLICIES, type Policy } from './rules/login-policy.js';
export { createServer, type ServerState, type TimServer } from './server.js';
export { SettingsError, type Settings } from './settings.js';
export { StoreFailure, type FailureKind } from './store/store.js';
