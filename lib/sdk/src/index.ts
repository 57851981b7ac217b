export { createClient, type CreateClientOptions, type TimClient } from './native/client.js';
export { TIMLoginStatus, TIMResult } from './native/generated/enums.js';
export { StringBuilder } from './native/string-builder.js';
