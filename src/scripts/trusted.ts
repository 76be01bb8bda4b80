/** What the browser asks of markup that a script puts into a page, where it knows Trusted Types. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(markup: string): string },
  ): { createHTML(markup: string): string };
}

/**
 * Lets one script put markup of this site’s own into the page: the policy of every answer names the scripts that may, and
 * the browser refuses all others (src/web/http/security-headers.ts). To be called once for each name.
 */
export function trustedAs(name: 'icons' | 'plan'): (markup: string) => string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy(name, { createHTML: (markup) => markup });
  return (markup) => policy?.createHTML(markup) ?? markup;
}
