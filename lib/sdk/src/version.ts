/** Version of this SDK; the same as in package.json, which a test checks. */
export const SDK_VERSION = '0.1.0';
