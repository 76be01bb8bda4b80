import { html, raw } from 'hono/html';
import { lineInWords } from './blocks.ts';
import { breakable, type Html, LOOK, STYLE } from './email-look.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

const TEXT: {
  [Kind in EmailBlock['kind']]: (block: Extract<EmailBlock, { kind: Kind }>) => string;
} = {
  paragraph: ({ text }) => text,
  lead: ({ text }) => text,
  heading: ({ text }) => `${text}\n${'-'.repeat(text.length)}`,
  reference: ({ text }) => text,
  line: lineInWords,
  answers: ({ rows }) =>
    rows
      .map(([label, answer, href]) => `${label}:\n${answer}${href ? `\n${href}` : ''}`)
      .join('\n\n'),
  link: ({ label, href }) => `${label}: ${href}`,
  choices: ({ links }) => addresses(links),
  links: ({ links }) => addresses(links.filter(({ htmlOnly }) => !htmlOnly)),
};

const addresses = (links: readonly { label: string; href: string }[]) =>
  links.map(({ label, href }) => `${label}: ${href}`).join('\n\n');

const renderText = <Kind extends EmailBlock['kind']>(block: Extract<EmailBlock, { kind: Kind }>) =>
  (TEXT[block.kind] as (block: EmailBlock) => string)(block);

/**
 * An email's words as plain text. It ends with `particulars`: what the law asks the foot of every email to state of who
 * runs the service, as far as it is known.
 */
export const emailText = (words: EmailWords, siteName: string, particulars?: string): string =>
  [
    ...(words.letter ? [words.letter.greeting] : []),
    ...words.blocks.map(renderText),
    `-- \n${words.letter ? `${siteName}, ${words.letter.phone}` : siteName}`,
    ...(particulars ? [particulars] : []),
  ].join('\n\n');

const row = (content: Html | Html[], style: string = LOOK.cell): Html =>
  html`<tr><td class="ink" style="${style}">${content}</td></tr>\n`;

const anchor = (href: string, label: string): Html =>
  html`<a class="link" href="${href}" style="${LOOK.link}">${label}</a>`;

const lines = (text: string) =>
  text.split('\n').map((line, index) => html`${index ? raw('<br>') : ''}${breakable(line)}`);

/** A label is bold and its answer is not: they are told apart where styles are taken out. */
const answer = ([label, text, href]: readonly [string, string, string?]): Html =>
  row(html`<strong>${href ? anchor(href, label) : label}</strong><br>${lines(text)}`);

type Anchor = Pick<Extract<EmailBlock, { kind: 'link' }>, 'label' | 'href'>;

/** A table of its own: Word's engine gives padding to cells alone, and would run two links together. */
const button = ({ label, href }: Anchor): Html =>
  row(
    html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="button" style="${LOOK.button}"><a class="on-button" href="${href}" style="${LOOK.onButton}">${label}</a></td></tr></table>`,
  );

const choice = ({ label, href }: Anchor): Html =>
  row(
    html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="choice" style="${LOOK.choice}"><a class="link" href="${href}" style="${LOOK.onChoice}">${label}</a></td></tr></table>`,
  );

const HTML: {
  [Kind in EmailBlock['kind']]: (block: Extract<EmailBlock, { kind: Kind }>) => Html | Html[];
} = {
  paragraph: ({ text }) => row(html`${lines(text)}`),
  lead: ({ text }) => row(html`${lines(text)}`, LOOK.lead),
  heading: ({ text }) => row(html`<h2 style="${LOOK.heading}">${text}</h2>`),
  line: (line) => row(html`${lines(lineInWords(line))}`),
  reference: ({ text }) => row(html`<strong style="${LOOK.reference}">${text}</strong>`),
  answers: ({ rows }) => rows.map(answer),
  link: (link) => (link.quiet ? row(anchor(link.href, link.label)) : button(link)),
  choices: ({ links }) => links.map(choice),
  links: ({ links }) =>
    row(
      html`<ul style="${LOOK.list}">${links.map(({ label, href }) => html`<li style="${LOOK.item}">${anchor(href, label)}</li>`)}</ul>`,
    ),
};

const renderHtml = (block: EmailBlock) =>
  (HTML[block.kind] as (block: EmailBlock) => Html | Html[])(block);

const signed = ({ phone }: { phone: string }, siteName: string): Html =>
  html`<tr><td style="${LOOK.signature}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="ink rule" style="${LOOK.signed}">${siteName}<br>${anchor(`tel:${phone.replace(/[^+\d]/g, '')}`, phone)}</td></tr></table></td></tr>`;

/** Who runs the service, as the law asks: small, and after everything else. */
const foot = (particulars: string): Html =>
  html`<tr><td class="ink" style="${LOOK.foot}">${breakable(particulars)}</td></tr>`;

const sheet = (words: EmailWords, siteName: string, particulars: string | undefined): Html => html`
<div hidden style="${LOOK.preview}">${words.preview}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="${LOOK.paper}"><tr><td align="center" style="${LOOK.margin}">
${raw('<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->')}
<table role="presentation" width="100%" cellpadding="8" cellspacing="0" border="0" align="center" style="${LOOK.sheet}">
<tr><td class="ink rule" style="${LOOK.name}">${siteName}</td></tr>
${words.letter ? row(html`${words.letter.greeting}`) : ''}${words.blocks.map(renderHtml)}${words.letter ? signed(words.letter, siteName) : ''}${particulars ? foot(particulars) : ''}</table>
${raw('<!--[if mso]></td></tr></table><![endif]-->')}
</td></tr></table>`;

/**
 * An email's words as an HTML document that needs no picture and follows light and dark. It reads the same
 * where a mail program takes out the style sheet, or every style, and never needs to be moved sideways. It ends with
 * `particulars`, as its text does.
 */
export async function emailHtml(
  words: EmailWords,
  siteName: string,
  particulars?: string,
): Promise<string> {
  return String(
    await html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${words.subject}</title><style>${raw(STYLE)}</style></head>
<body class="paper" style="${LOOK.body}">${sheet(words, siteName, particulars)}
</body></html>`,
  );
}
