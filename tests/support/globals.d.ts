/** Set by vitest.config.ts for browser tests, which cannot read the environment. */
declare const __IN_CI__: boolean;
