/** A link the site's own furniture makes: an address on the site and the words that lead there. */
export type SiteLink = { readonly href: string; readonly label: string };

/** The way in, in every page's masthead. */
export const MASTHEAD_LINKS: readonly SiteLink[] = [
  { href: '/how-a-group-works/', label: 'The groups' },
  { href: '/who-its-for/', label: 'Who it’s for' },
  { href: '/what-an-evaluation-found/', label: 'What an evaluation found' },
  { href: '/facilitators/', label: 'Facilitators' },
  { href: '/contact/', label: 'Contact' },
];

/** The one link in the masthead that is a button where there is room for it. */
export const WORK_WITH_US: SiteLink = { href: '/commissioning/', label: 'Work with us' };

/** Every page worth finding from anywhere, under the question it answers. */
export const FOOT_LINKS: readonly {
  readonly heading: string;
  readonly links: readonly SiteLink[];
}[] = [
  {
    heading: 'The groups',
    links: [
      { href: '/how-a-group-works/', label: 'What happens in a group' },
      { href: '/open-reflective-spaces/', label: 'Open reflective spaces' },
      { href: '/train-your-own-facilitators/', label: 'Train your own facilitators' },
      { href: '/facilitators/', label: 'Who runs the groups' },
      { href: '/what-an-evaluation-found/', label: 'What an evaluation found' },
    ],
  },
  {
    heading: 'For you',
    links: [
      { href: '/who-its-for/', label: 'Who it’s for' },
      { href: '/commissioning/', label: 'Commissioning groups' },
      { href: '/managers/', label: 'If your team is joining' },
      { href: '/taking-part/', label: 'Taking part' },
      { href: '/questions-to-ask/', label: 'Questions to ask us' },
    ],
  },
  {
    heading: 'Get started',
    links: [
      { href: '/plan/', label: 'Plan a project' },
      { href: '/make-the-case/', label: 'Make the case' },
      { href: '/enquire/', label: 'Start an enquiry' },
      { href: '/discovery-call/', label: 'Book a discovery call' },
      { href: '/callback/', label: 'Ask us to ring you' },
      { href: '/your-enquiry/', label: 'Find your enquiry' },
    ],
  },
  {
    heading: 'About this site',
    links: [
      { href: '/contact/', label: 'Contact' },
      { href: '/privacy/', label: 'Privacy' },
      { href: '/accessibility/', label: 'Accessibility' },
      { href: '/legal/', label: 'Legal' },
    ],
  },
];
