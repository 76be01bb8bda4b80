import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup whose every interpolated value has been escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const SANS = `'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,sans-serif`;
const SERIF = 'Newsreader,Georgia,serif';

/**
 * The look of emails, written on the elements themselves: many mail programs take out style sheets. Space is
 * padding on cells, which Word's engine keeps as well.
 */
export const LOOK = {
  body: 'margin:0;padding:0;background-color:#faf6ee;',
  paper: 'background-color:#faf6ee;',
  margin: 'padding:16px 0 40px;',
  sheet: 'width:100%;max-width:600px;',
  // Its colour is left alone: spam filters count text in the colour of its ground against a message.
  preview: 'display:none;mso-hide:all;max-height:0;overflow:hidden;',
  name: `padding:8px 20px 16px;border-bottom:1px solid #d6cfba;color:#12261f;font:20px/1.2 ${SERIF};`,
  cell: `padding:14px 20px 0;color:#12261f;font:17px/1.6 ${SANS};overflow-wrap:break-word;word-break:break-word;`,
  heading: `margin:0;padding:16px 0 0;font:22px/1.3 ${SERIF};`,
  lead: `padding:14px 20px 0;color:#12261f;font:21px/1.45 ${SERIF};overflow-wrap:break-word;word-break:break-word;`,
  reference: `font:600 19px/1.4 ${SANS};letter-spacing:0.08em;`,
  list: 'margin:0;padding:0 0 0 20px;',
  item: 'padding:0 0 8px;',
  link: 'color:#1f4d3d;',
  button: 'padding:12px 22px;background-color:#1f4d3d;border-radius:24px;',
  onButton: `color:#faf6ee;font:600 17px/1.4 ${SANS};text-decoration:none;`,
  choice: 'padding:9px 20px;border:1px solid #1f4d3d;border-radius:22px;',
  onChoice: `color:#1f4d3d;font:600 17px/1.4 ${SANS};text-decoration:none;`,
  signature: 'padding:32px 20px 0;',
  foot: `padding:24px 20px 0;color:#12261f;font:14px/1.5 ${SANS};overflow-wrap:break-word;word-break:break-word;`,
  signed: `padding:16px 0 0;border-top:1px solid #d6cfba;color:#12261f;font:17px/1.6 ${SANS};`,
} as const;

/** What cannot be written on an element: the colours of the dark. Without it an email is light everywhere. */
export const STYLE = `:root{color-scheme:light dark}
@media(prefers-color-scheme:dark){.paper{background-color:#14211c!important}.ink{color:#f2ecdf!important}.rule{border-color:#38473f!important}.link{color:#a9d3bd!important}.button{background-color:#a9d3bd!important}.choice{border-color:#a9d3bd!important}.on-button{color:#14211c!important}}`;

/** A telephone number as people write it: it stays on one line, and is short enough to. */
const NUMBER = /(\+?\d(?:[\d ]{8,14})\d)/;

const LONGEST_RUN = 24;

/** A run too long for a narrow screen, such as an email address. */
const LONG_RUN = new RegExp(`(\\S{${LONGEST_RUN + 1},})`, 'u');

/** Where a reader would break it. */
const AFTER_A_MARK = /(?<=[.@_/-])/u;

const PIECE = new RegExp(`\\S{1,${LONGEST_RUN}}`, 'gu');

/** Text that can be broken anywhere in a run too long for a narrow screen, keeps telephone numbers whole, and copies as it is. */
export const breakable = (text: string): Html =>
  html`${text
    .split(NUMBER)
    .map((piece, index) =>
      index % 2 ? html`<span style="white-space:nowrap">${piece}</span>` : broken(piece),
    )}`;

/** Breaks a run after its marks, and within what stands between them only where that is too long by itself. */
const brokenRun = (run: string): Html =>
  html`${run
    .split(AFTER_A_MARK)
    .flatMap((part) => part.match(PIECE) ?? [])
    .map((piece, index) => html`${index ? raw('<wbr>') : ''}${piece}`)}`;

const broken = (text: string): Html =>
  html`${text.split(LONG_RUN).map((part, index) => (index % 2 ? brokenRun(part) : part))}`;
