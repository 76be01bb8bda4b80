import { PRIVATE_HEADERS, SECURITY_HEADERS } from '../../../src/web/http/security-headers.ts';
import { editorPolicy } from '../editor-page.ts';

/** Where the editor reads and writes the repository, and the pictures GitHub has of people. */
const GITHUB = {
  connect: ['https://api.github.com', 'https://raw.githubusercontent.com'],
  images: ['https://avatars.githubusercontent.com'],
} as const;

/** The headers of every page of the editor: a policy of its own, kept nowhere, found by no search. */
export const editorHeaders = (): Record<string, string> => ({
  ...SECURITY_HEADERS,
  ...PRIVATE_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': editorPolicy(GITHUB),
});
