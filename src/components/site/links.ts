/** A link the site's own furniture makes: an address on the site and the words that lead there. */
export type SiteLink = { readonly href: string; readonly label: string };

/** The menu in every page's masthead, in order. */
export const MASTHEAD_LINKS: readonly SiteLink[] = [
  { href: '/how-a-group-works/', label: 'How it works' },
  { href: '/who-its-for/', label: 'Who it’s for' },
  { href: '/what-an-evaluation-found/', label: 'What it achieves' },
  { href: '/facilitators/', label: 'Facilitators' },
  { href: '/commissioning/', label: 'Work with us' },
];

/** The last link of the menu, which is a button where there is room for it. */
export const CONTACT: SiteLink = { href: '/contact/', label: 'Contact' };

/** Every page worth finding from anywhere, by what a reader wants from it. */
export const FOOT_LINKS: readonly {
  readonly heading: string;
  readonly links: readonly SiteLink[];
}[] = [
  {
    heading: 'What we offer',
    links: [
      { href: '/how-a-group-works/', label: 'How a group works' },
      { href: '/open-reflective-spaces/', label: 'Open reflective spaces' },
      { href: '/train-your-own-facilitators/', label: 'Train your own facilitators' },
      { href: '/facilitators/', label: 'Facilitators' },
      { href: '/what-an-evaluation-found/', label: 'What an evaluation found' },
    ],
  },
  {
    heading: 'For you',
    links: [
      { href: '/who-its-for/', label: 'Who it’s for' },
      { href: '/taking-part/', label: 'Taking part' },
      { href: '/questions/', label: 'Questions' },
    ],
  },
  {
    heading: 'Work with us',
    links: [
      { href: '/commissioning/', label: 'How a project starts' },
      { href: '/plan/', label: 'Plan a project' },
      { href: '/make-the-case/', label: 'Make the case' },
      { href: '/enquire/', label: 'Start an enquiry' },
    ],
  },
  {
    heading: 'Contact',
    links: [
      { href: '/contact/', label: 'Contact us' },
      { href: '/callback/', label: 'Ask us to ring you' },
      { href: '/discovery-call/', label: 'Book a discovery call' },
      { href: '/your-enquiry/', label: 'Find your enquiry' },
    ],
  },
  {
    heading: 'About',
    links: [
      { href: '/about/', label: 'About us' },
      { href: '/privacy/', label: 'Privacy' },
      { href: '/accessibility/', label: 'Accessibility' },
    ],
  },
];
