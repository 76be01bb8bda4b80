import { LINK_MINUTES } from '#domain/desk/sign-in.ts';
import { lead } from './blocks.ts';
import type { EmailWords } from './email-words.ts';

/** To one of the staff who has asked to sign in: the link that does it. The only key that mail to staff holds. */
export const signInEmail = (link: string): EmailWords => ({
  subject: 'Sign in to the desk',
  preview: `The link works once, for ${LINK_MINUTES} minutes.`,
  blocks: [
    lead('Someone has asked on our site to sign in with this address.'),
    {
      kind: 'paragraph',
      text: `Open the link in the browser that asked, and press the button. In any other it shows a code, to be typed in the one that asked. It works once, and for ${LINK_MINUTES} minutes.`,
    },
    { kind: 'link', label: 'Sign in to the desk', href: link },
    {
      kind: 'paragraph',
      text: 'If it was not you, there is nothing you need to do: the link has come to you alone. Give the link and its code to nobody. Type the code only on our page, in the browser in which you asked to sign in: none of us asks for it by email or telephone.',
    },
  ],
});
