import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../netlify/database/migrations');

/**
 * Migrations that are applied somewhere: the host compares them byte for byte, and refuses every deploy after a change.
 * One is added here with its hash (sha256sum) once it is on `main`. There is no 0019: it never was.
 */
const APPLIED: Record<string, string> = {
  '0001_cases.sql': '8fb4ed31b718309e417e8eee34b14e1538297c9ae4ccf7abf5bb0177b908271e',
  '0002_bookings.sql': '44403e304c7acbba6ae5319481b4a23f7dceaa3da34a0e91c3be3378e5aa336e',
  '0003_reminders_and_digests.sql':
    'cc73baf3228471c62d1030e98de108848cbd2515fff6df89c35063c47d969cb1',
  '0004_desk.sql': '58048bcac35b429b6efd33650521876b93dcea78ed284405a7730a8e953bb29b',
  '0005_acts_and_status.sql': 'f5c0fd76ce893d80b1ddae8c8b4e501a60e84bb821aed28eda5f03cd4bd0f3f7',
  '0006_search.sql': 'a030ffba7886b85bcd19c9d7ed6e7450d84f8505207c11b4594cde3200e593a6',
  '0007_calendars.sql': '16e135c5c88f56a85e7a9f1eec7a5e5a780f15d678bceab3ff8dc60e359ac048',
  '0008_case_words.sql': '0c4e8ba702773d35f91f6acc78d276dab3007d1e2e7b5d5db7c7980b1c81a3d4',
  '0009_enquiry_by_telephone.sql':
    '58ddfa0709c71ff1c80a33ef411d6e834e2a5f0d040d542ffe8607334f045906',
  '0010_desk_cases.sql': 'e9546bf4f086db62a90d80aab4a4e72ca42b7736081462df037fbd41c84287be',
  '0011_mail_pace.sql': '33edaaae8ad04ff33bb65b5564c7a8d5e1b2555d3ce8ace490736663e5b53e07',
  '0012_narrowings.sql': 'b0c0c7c257f922bb984a43bb6efc8ef196317263dbd456e7f63155f1d9a3b989',
  '0013_owners_joins_numbers.sql':
    '83b22ea6e8dfecf6db34caff3c973dac134e0de3ca9a705daf6894849f9b3744',
  '0014_nobody_is_used.sql': 'a799b3c6aebda17db3ae9ac4d03127888454c1e3f798279c7fee559b68f55ff0',
  '0015_previews.sql': '3ecb3cbe4547804c3ab60ca59ad3df0b008b13e7b9e1615fc77b823ade67cf2a',
  '0016_complaints_and_holds.sql':
    '9aaea27542e2269df6d4347335d57ced51233f1977cd5366a834f01a2eb672a3',
  '0017_staff_calendars_and_notes.sql':
    'd491d349190c51af4e9dac0a4cf9e909cd5093a1fb42a2e9c43b347a154f81d7',
  '0018_passkeys_and_traces.sql':
    'd0d355fddb02ac7f14c7042e0252d82f204aa8263fc3cb51e4331a475b3a361b',
  '0020_privacy_notice.sql': '778cfde5f73509430a7e575c623f99bf11ff19b246592d35fd19fa3c08cf7c71',
  '0021_complaints_by_hand.sql': 'd86b40f9e100abf9dddc8fe254607eb1ff4e3b77c0f243b1ef10ed8280135170',
  '0022_counted_and_in_quarantine.sql':
    '96bac3c7c029be1033a890253544acbc9fe289b2732afebf5be55bc0a7ea1599',
};

const hashOf = (file: string) =>
  createHash('sha256')
    .update(readFileSync(join(FOLDER, file)))
    .digest('hex');

test.each(Object.keys(APPLIED))('%s is as it was applied', (file) => {
  expect(hashOf(file)).toBe(APPLIED[file]);
});

test('what is added comes after what is applied', () => {
  const files = readdirSync(FOLDER).sort();
  expect(files.slice(0, Object.keys(APPLIED).length)).toEqual(Object.keys(APPLIED));
});
