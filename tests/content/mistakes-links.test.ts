import { describe, expect, it } from 'vitest';
import { contentCopy, field, type Mistake, PAGE, paragraph } from '../support/mistakes.ts';

const { adviceAfter, refusalsAfter } = contentCopy();

const MISTAKES: readonly Mistake[] = [
  [
    'to a page nearly right',
    paragraph('See [who it suits](/who-is-it-for/).'),
    [`${PAGE}:23: No page has the address /who-is-it-for/. Did you mean /who-its-for/?`],
  ],
  [
    'to a page there is not',
    paragraph('See [prices](/prices/).'),
    [
      `${PAGE}:23: No page has the address /prices/. If a page had it, write /prices/ under “Earlier addresses” of the page its readers should see; or take the link away.`,
    ],
  ],
  [
    'without the slash at the end',
    paragraph('See [the planner](/plan).'),
    [`${PAGE}:23: No page has the address /plan. Did you mean /plan/?`],
  ],
  [
    'with capital letters',
    paragraph('See [the planner](/Plan/).'),
    [`${PAGE}:23: No page has the address /Plan/. Did you mean /plan/?`],
  ],
  [
    'to the file of a page',
    paragraph('See [the planner](plan.mdx).'),
    [`${PAGE}:23: No page has the address plan.mdx. Did you mean /plan/?`],
  ],
  [
    'without the slash at the start',
    paragraph('See [the planner](plan/).'),
    [`${PAGE}:23: No page has the address plan/. Did you mean /plan/?`],
  ],
  [
    'to a part of a page nearly right',
    paragraph('See [the room](/commissioning/#what-does-your-organization-provide).'),
    [
      `${PAGE}:23: The page /commissioning/ has no part called “what-does-your-organization-provide”. Did you mean /commissioning/#what-does-your-organisation-provide?`,
    ],
  ],
  [
    'to a part of this page there is not',
    paragraph('See [the room](#room).'),
    [
      `${PAGE}:23: The page /managers/ has no part called “room”. Take #room off the address, or write one of: who-sits-with-whom, how-do-we-begin.`,
    ],
  ],
  [
    'of a button',
    paragraph('<ButtonLink href="/enquiries/">Start an enquiry</ButtonLink>'),
    [`${PAGE}:23: No page has the address /enquiries/. Did you mean /enquire/?`],
  ],
  [
    'of a button, with capital letters',
    paragraph('<ButtonLink href="/Enquire/">Start an enquiry</ButtonLink>'),
    [
      `${PAGE}:23: “href” in <ButtonLink> is "/Enquire/". Write an address on this site in small letters, with a slash at each end, such as "/enquire/". Where it leads.`,
    ],
  ],
  [
    'of the next step',
    field('href: /make-the-case/room-and-rota/', 'href: /make-the-case/room-and-rotas/'),
    [
      `${PAGE}:11: No page has the address /make-the-case/room-and-rotas/. Did you mean /make-the-case/room-and-rota/?`,
    ],
  ],
];

const ADVICE: readonly Mistake[] = [
  [
    'to http',
    paragraph('See [the office](http://example.org/).'),
    [
      `${PAGE}:23: http://example.org/ is not private on its way. Begin it with https://, and try whether it still leads there.`,
    ],
  ],
  [
    'typed without its beginning',
    paragraph('See www.example.org for more.'),
    [
      `${PAGE}:23: http://www.example.org is not private on its way. Begin it with https://, and try whether it still leads there.`,
    ],
  ],
  [
    'that write an email',
    paragraph('Write [to us](mailto:name@example.org).'),
    [
      `${PAGE}:23: mailto:name@example.org is an email address typed by hand. Write <Identity field="email" />: the address stands once, in content/settings/identity.yaml.`,
    ],
  ],
  [
    'that dial',
    paragraph('Ring [us](tel:07800970049).'),
    [
      `${PAGE}:23: tel:07800970049 is a number typed by hand. Write <Phone />: the number stands once, in content/settings/line.yaml.`,
    ],
  ],
];

describe('mistakes in links', () => {
  it.each(MISTAKES)('are refused, and told so that they can be fixed: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual(said);
  });

  it.each(ADVICE)('are told, and hold nothing up: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual([]);
    expect(adviceAfter(edits)).toEqual(said);
  });
});
