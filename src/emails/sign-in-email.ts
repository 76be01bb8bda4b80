import { LINK_MINUTES } from '#domain/desk/sign-in.ts';
import type { EmailWords } from './email-words.ts';

/** To one of the staff who has asked to sign in: the link that does it. The only key that mail to staff holds. */
export const signInEmail = (link: string): EmailWords => ({
  subject: 'Sign in to the desk',
  preview: `The link works once, for ${LINK_MINUTES} minutes.`,
  blocks: [
    {
      kind: 'paragraph',
      text: `Someone has asked on our site to sign in with this address. Open the link and press the button. It works once, and for ${LINK_MINUTES} minutes.`,
    },
    { kind: 'link', label: 'Sign in to the desk', href: link },
    {
      kind: 'paragraph',
      text: 'If it was not you, there is nothing you need to do: the link has come to you alone. Do not pass this email on while the link works: anyone who opens it can sign in as you.',
    },
  ],
});
