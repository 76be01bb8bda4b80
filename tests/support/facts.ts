import type { Facts } from '#domain/settings/facts.ts';

/** The service's numbers as the source gives them, whatever the settings say. */
export const FACTS: Facts = {
  'group-size': { says: '10 to 12 people', least: 10, most: 12 },
  rhythm: {
    says: 'weekly, fortnightly or monthly',
    'meetings-a-year': { weekly: 52, fortnightly: 26, monthly: 12 },
  },
  length: { says: '1 hour 15 minutes', minutes: 75 },
  'a-day': { says: '3 or 4 groups', least: 3, most: 4 },
  'a-project': { says: '1 year', years: 1 },
  training: { says: 'at least 12 sessions', 'least-sessions': 12 },
  experience: { says: '20 years’ experience', 'average-years': 20 },
  'evaluation-levels': { says: 'three levels', levels: 3 },
};
