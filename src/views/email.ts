import { html, raw } from 'hono/html';
import type { EmailBlock, EmailWords } from '#domain/emails/words.ts';
import type { Html } from './form.ts';

const TEXT: {
  [Kind in EmailBlock['kind']]: (block: Extract<EmailBlock, { kind: Kind }>) => string;
} = {
  paragraph: ({ text }) => text,
  heading: ({ text }) => `${text}\n${'-'.repeat(text.length)}`,
  reference: ({ text }) => text,
  answers: ({ rows }) =>
    rows
      .map(([label, answer, href]) => `${label}:\n${answer}${href ? `\n${href}` : ''}`)
      .join('\n\n'),
  link: ({ label, href }) => `${label}: ${href}`,
  links: ({ links }) => links.map(({ label, href }) => `${label}: ${href}`).join('\n\n'),
};

const renderText = <Kind extends EmailBlock['kind']>(block: Extract<EmailBlock, { kind: Kind }>) =>
  (TEXT[block.kind] as (block: EmailBlock) => string)(block);

/** An email's words as plain text. */
export const emailText = ({ blocks }: EmailWords, siteName: string): string =>
  [...blocks.map(renderText), `-- \n${siteName}`].join('\n\n');

const HTML: { [Kind in EmailBlock['kind']]: (block: Extract<EmailBlock, { kind: Kind }>) => Html } =
  {
    paragraph: ({ text }) => html`<p>${text}</p>`,
    heading: ({ text }) => html`<h2>${text}</h2>`,
    reference: ({ text }) => html`<p class="reference">${text}</p>`,
    answers: ({ rows }) =>
      html`<table role="presentation">${rows.map(
        ([label, answer, href]) =>
          html`<tr><td class="label">${href ? html`<a href="${href}">${label}</a>` : label}</td></tr><tr><td class="answer">${answer.split('\n').map((line, index) => (index ? html`<br>${line}` : line))}</td></tr>`,
      )}</table>`,
    link: ({ label, href }) =>
      html`<p><a class="button" href="${href}">${label}</a><br><span class="address">${href}</span></p>`,
    links: ({ links }) =>
      html`<ul>${links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}</ul>`,
  };

const renderHtml = (block: EmailBlock) => (HTML[block.kind] as (block: EmailBlock) => Html)(block);

const STYLE = `:root{color-scheme:light dark}
body{margin:0;background:#faf6ee;color:#12261f;font:17px/1.6 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,sans-serif}
.sheet{max-width:36rem;margin:0 auto;padding:32px 20px}
.preview{display:none}
.name{font:20px/1.2 Newsreader,Georgia,serif;border-bottom:1px solid #d6cfba;padding-bottom:16px}
table{border-collapse:collapse}td{padding:0}
h2{font:22px/1.3 Newsreader,Georgia,serif;margin:28px 0 8px}
.reference{font:28px/1.2 Newsreader,Georgia,serif;letter-spacing:.06em;margin:8px 0 16px}
.label{font-size:15px;color:#3d4f47;padding-top:12px}
.answer{padding-bottom:4px}
ul{padding-left:20px}
li{margin:6px 0}
a{color:#1f4d3d}
.button{display:inline-block;background:#1f4d3d;color:#faf6ee;padding:12px 22px;border-radius:99px;margin-bottom:6px;text-decoration:none;font-weight:600}
.address{font-size:14px;word-break:break-all}
@media(prefers-color-scheme:dark){body{background:#14211c;color:#f2ecdf}.name{border-color:#38473f}.label{color:#cbd0c3}a{color:#a9d3bd}.button{background:#a9d3bd;color:#14211c}}`;

/** An email's words as an HTML document that needs no picture and follows light and dark. */
export async function emailHtml(words: EmailWords, siteName: string): Promise<string> {
  return String(
    await html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${words.subject}</title><style>${raw(STYLE)}</style></head>
<body><div class="sheet"><div class="preview">${words.preview}</div><p class="name">${siteName}</p>
${words.blocks.map(renderHtml)}
</div></body></html>`,
  );
}
