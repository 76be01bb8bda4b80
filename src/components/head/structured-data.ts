import { legalNameOf } from '#domain/settings/identity.ts';
import { type Hours, WEEKDAYS } from '#domain/settings/line.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { telephoneUri } from '#domain/telephone.ts';

/** A page as structured data sees it; addresses are absolute. */
export type PageFacts = {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly isContact: boolean;
  /** The pages above this one and itself, from the home page; empty on the home page. */
  readonly trail: readonly { readonly name: string; readonly url: string }[];
};

/** One of the three ways of working; its own page describes it. */
export type ServiceFacts = {
  readonly name: string;
  readonly url: string;
};

/** A node of JSON-LD. */
export type DataNode = Readonly<Record<string, unknown>>;

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const schemaDay = (day: string) =>
  `https://schema.org/${day.charAt(0).toUpperCase()}${day.slice(1)}`;

/** The line's hours, days with the same hours together (schema.org OpeningHoursSpecification). */
function openingHours(hours: Settings['line']['hours']): readonly DataNode[] {
  const open = WEEKDAYS.flatMap((day) => {
    const today: Hours | 'closed' = hours[day];
    return today === 'closed' ? [] : [{ day, ...today }];
  });
  const byHours = Map.groupBy(open, ({ opens, closes }) => `${opens} ${closes}`);
  return [...byHours.values()].flatMap((days) => {
    const [first] = days;
    if (!first) return [];
    return [
      {
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: days.map(({ day }) => schemaDay(day)),
        opens: clock(first.opens),
        closes: clock(first.closes),
      },
    ];
  });
}

const service =
  (organisation: string) =>
  ({ name, url }: ServiceFacts): DataNode => ({
    '@type': 'Service',
    '@id': `${url}#service`,
    name,
    url,
    provider: { '@id': organisation },
  });

function organisationNode(
  { identity, line }: Settings,
  home: string,
  id: string,
  services: readonly ServiceFacts[],
): DataNode {
  return {
    '@type': 'Organization',
    '@id': id,
    name: identity.name,
    url: home,
    ...(legalNameOf(identity) && { legalName: legalNameOf(identity) }),
    ...(identity.email && { email: identity.email }),
    contactPoint: {
      '@type': 'ContactPoint',
      contactType: 'enquiries',
      telephone: telephoneUri(line.phone).slice('tel:'.length),
      hoursAvailable: openingHours(line.hours),
    },
    ...(services.length > 0 && {
      hasOfferCatalog: {
        '@type': 'OfferCatalog',
        name: 'Ways of working with organisations',
        itemListElement: services.map(service(id)),
      },
    }),
  };
}

function breadcrumbs({ url, trail }: PageFacts): readonly DataNode[] {
  if (trail.length === 0) return [];
  return [
    {
      '@type': 'BreadcrumbList',
      '@id': `${url}#trail`,
      itemListElement: trail.map((step, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: step.name,
        item: step.url,
      })),
    },
  ];
}

/**
 * A page's JSON-LD (schema.org), with the `services` it tells of. Every value also stands on the site, and none is
 * more than is known.
 */
export function structuredData(
  settings: Settings,
  home: string,
  page: PageFacts,
  services: readonly ServiceFacts[],
): DataNode {
  const site = `${home}#site`;
  const organisation = `${home}#organisation`;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebSite',
        '@id': site,
        name: settings.identity.name,
        url: home,
        inLanguage: 'en-GB',
        publisher: { '@id': organisation },
      },
      organisationNode(settings, home, organisation, services),
      ...breadcrumbs(page),
      {
        '@type': page.isContact ? 'ContactPage' : 'WebPage',
        '@id': page.url,
        url: page.url,
        name: page.title,
        description: page.description,
        inLanguage: 'en-GB',
        isPartOf: { '@id': site },
        about: { '@id': organisation },
        ...(page.trail.length > 0 && { breadcrumb: { '@id': `${page.url}#trail` } }),
      },
    ],
  };
}

/** JSON for a `<script>` data block: no text in it can close the element. */
export const dataBlock = (data: DataNode) => JSON.stringify(data).replaceAll('<', '\\u003c');
