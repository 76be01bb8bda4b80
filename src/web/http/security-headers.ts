import type { MiddlewareHandler } from 'hono';
import type { InlineSources } from '#services/site.ts';

/** The Content-Security-Policy of an answer that holds `inline` and nothing else inline. */
export const contentPolicy = ({ styles, scripts }: InlineSources): string =>
  [
    "default-src 'none'",
    ["style-src 'self'", ...styles].join(' '),
    ["script-src 'self'", ...scripts].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    // What a script puts into a page must have been let through by one of these (src/scripts/trusted.ts).
    'trusted-types icons plan',
    "require-trusted-types-for 'script'",
  ].join('; ');

/** The headers of every answer, but for what a page says itself: `netlify.toml` and the build set those of files, and a test compares them. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy({ styles: [], scripts: [] }),
  'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

// Hono's secureHeaders() gives every answer one set; a page's policy names what the build put into it, and
// a page behind a key is told to nobody, so an answer keeps what it says itself.
/** Gives every answer the headers it does not set itself. */
export const addSecurityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
};

/** The same for a page, which also allows what the build put into it. */
export const pageHeaders = (inline: InlineSources): Record<string, string> => ({
  ...SECURITY_HEADERS,
  'content-security-policy': contentPolicy(inline),
});

/**
 * The headers of a page behind a key: told to nobody, kept nowhere, found by no search (docs/api.md), and out of reach of
 * the window that opened it. A page to read does without the last: for it a browser begins a process once the page
 * has arrived, a sixth of the time that a reader waits on a slow telephone (docs/decisions/0009).
 */
export const PRIVATE_HEADERS: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
};
