/** Which web pages may open a connection. A browser names the page's origin and cannot be made to lie about it. */
export interface OriginRules {
  readonly allowedOrigins?: readonly string[];
  readonly allowNoOrigin: boolean;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * @param origin the Origin header; nothing when it is absent
 * @param host the Host header
 */
export function originAllowed(rules: OriginRules, origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return rules.allowNoOrigin;
  const { allowedOrigins } = rules;
  if (allowedOrigins !== undefined) return allowedOrigins.includes('*') || allowedOrigins.includes(origin);
  // `null`, file pages and everything else without a host has none to compare.
  const page = URL.canParse(origin) ? new URL(origin) : undefined;
  if (page === undefined || !/^https?:$/.test(page.protocol)) return false;
  return page.host === host?.toLowerCase() || LOOPBACK.has(page.hostname);
}
