import { describe, expect, it } from 'vitest';
import { dataBlock, structuredData } from '../../src/components/head/structured-data.ts';
import { TEST_SETTINGS } from '../support/test-settings.ts';

const settings = TEST_SETTINGS;
const HOME = 'https://groups.example.org/';

const page = {
  url: `${HOME}plan/`,
  title: 'Plan a project',
  description: 'Work out what a year would look like.',
  isContact: false,
  trail: [
    { name: 'Home', url: HOME },
    { name: 'Plan a project', url: `${HOME}plan/` },
  ],
};
const services = [{ name: 'Open reflective spaces', url: `${HOME}open/` }];

const graph = (over: Partial<typeof page> = {}, known = settings) =>
  (structuredData(known, HOME, { ...page, ...over }, services) as { '@graph': Node[] })['@graph'];
type Node = Record<string, unknown> & { '@type': string };

const typesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = '@type' in value ? [String(value['@type'])] : [];
  return [...own, ...Object.values(value).flatMap(typesIn)];
};

describe('structured data', () => {
  it('is made of the nodes agreed, and no others', () => {
    expect(new Set(typesIn(graph()))).toEqual(
      new Set([
        'WebSite',
        'Organization',
        'ContactPoint',
        'OpeningHoursSpecification',
        'OfferCatalog',
        'Service',
        'BreadcrumbList',
        'ListItem',
        'WebPage',
      ]),
    );
  });

  it('says when the line is open, as the settings do', () => {
    const organisation = graph().find((node) => node['@type'] === 'Organization');
    expect(organisation?.['contactPoint']).toEqual({
      '@type': 'ContactPoint',
      contactType: 'enquiries',
      telephone: '+447800970049',
      hoursAvailable: [
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map(
            (day) => `https://schema.org/${day}`,
          ),
          opens: '09:00',
          closes: '18:00',
        },
      ],
    });
  });

  it('keeps a day with other hours apart, and a closed day out', () => {
    const hours = {
      ...settings.line.hours,
      wednesday: { opens: 600, closes: 960 },
      friday: 'closed' as const,
    };
    const nodes = graph({}, { ...settings, line: { ...settings.line, hours } });
    const text = JSON.stringify(nodes);
    expect(text).toContain(
      '"dayOfWeek":["https://schema.org/Wednesday"],"opens":"10:00","closes":"16:00"',
    );
    expect(text).not.toContain('Friday');
  });

  it('says nothing of what is not known', () => {
    const organisation = graph().find((node) => node['@type'] === 'Organization');
    expect(Object.keys(organisation ?? {}).sort()).toEqual(
      ['@id', '@type', 'contactPoint', 'hasOfferCatalog', 'name', 'url'].sort(),
    );
  });

  it('calls the contact page what it is, and gives the home page no trail', () => {
    expect(typesIn(graph({ isContact: true }))).toContain('ContactPage');
    expect(typesIn(graph({ trail: [] }))).not.toContain('BreadcrumbList');
  });

  it('cannot be ended by the words in it', () => {
    expect(dataBlock({ name: '</script><b>' })).toBe('{"name":"\\u003c/script>\\u003cb>"}');
  });
});
