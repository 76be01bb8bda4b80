import {
  type AnyPgColumn,
  bigint,
  boolean,
  date,
  integer,
  json,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CreateEmailOptions } from 'resend';
import type { CalendarFailure } from '#domain/calendars/calendar-reading.ts';
import { ACT_NAMES } from '#domain/desk/acts.ts';
import { OUTCOME_NAMES } from '#domain/desk/outcomes.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import type { Invitation } from '#domain/invite/invitation.ts';
import {
  bytea,
  instant,
  instantOrAlways,
  tstzmultirange,
  tstzrange,
  tsvector,
} from './column-types.ts';

// The one description of every table. What a table is for, its checks, its exclusion constraints and its
// indexes are written in netlify/database/migrations; tests hold those and this file to one another.

const cascade = { onDelete: 'cascade' } as const;

const number = (name: string) => bigint(name, { mode: 'number' });

export const cases = pgTable('cases', {
  id: uuid('id').primaryKey(),
  reference: text('reference').notNull().unique(),
  keyGeneration: integer('key_generation').notNull().default(0),
  keyHash: bytea('key_hash').notNull().unique(),
  createdAt: instant('created_at').notNull(),
  lastContactAt: instant('last_contact_at').notNull(),
  quarantinedAt: instant('quarantined_at'),
  latestActAt: instant('latest_act_at').notNull(),
  waitsFrom: instantOrAlways('waits_from'),
  waitingSince: instant('waiting_since'),
  waitsBecause: text('waits_because', { enum: ['wrote', 'call', 'no answer', 'follow-up'] }),
  settled: text('settled', { enum: ['resting', 'closed'] })
    .notNull()
    .default('resting'),
  contactBookingId: uuid('contact_booking_id').references((): AnyPgColumn => bookings.id, {
    onDelete: 'set null',
  }),
  owner: text('owner'),
  enquiredAt: instant('enquired_at'),
  answeredAt: instant('answered_at'),
  keyHashBefore: bytea('key_hash_before').unique(),
  notice: text('notice'),
});

const caseId = () =>
  uuid('case_id')
    .notNull()
    .references((): AnyPgColumn => cases.id, cascade);

/** By what a case is found, its place in lists, and what their filters ask. Nothing writes here but the triggers of the tables it follows from. */
export const caseWords = pgTable('case_words', {
  caseId: uuid('case_id')
    .primaryKey()
    .references(() => cases.id, cascade),
  lastContactAt: instant('last_contact_at').notNull(),
  quarantinedAt: instant('quarantined_at'),
  waitsFrom: instantOrAlways('waits_from'),
  settled: text('settled', { enum: ['resting', 'closed'] }).notNull(),
  words: tsvector('words').notNull(),
});

export const enquiries = pgTable('enquiries', {
  id: uuid('id').primaryKey(),
  caseId: caseId().unique(),
  organisation: text('organisation'),
  name: text('name').notNull(),
  role: text('role'),
  email: text('email'),
  phone: text('phone'),
  postalAddress: text('postal_address'),
  interests: text('interests').array().$type<Enquiry['interests']>().notNull(),
  people: integer('people'),
  rhythm: text('rhythm').$type<NonNullable<Enquiry['rhythm']>>(),
  sessions: integer('sessions'),
  when: text('starting'),
  message: text('message'),
  createdAt: instant('created_at').notNull(),
  correctedAt: instant('corrected_at'),
  phoneNumber: text('phone_number'),
  folded: text('folded'),
});

export const bookings = pgTable('bookings', {
  id: uuid('id').primaryKey(),
  caseId: caseId(),
  keyGeneration: integer('key_generation').notNull().default(0),
  keyHash: bytea('key_hash').notNull().unique(),
  kind: text('kind', { enum: ['callback', 'discovery-call'] }).notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  line: integer('line'),
  during: tstzrange('during'),
  name: text('name').notNull(),
  phone: text('phone').notNull(),
  email: text('email'),
  organisation: text('organisation'),
  topic: text('topic'),
  uid: text('uid').notNull().unique(),
  sequence: integer('sequence').notNull().default(0),
  stamp: instant('stamp').notNull(),
  createdAt: instant('created_at').notNull(),
  movedAt: instant('moved_at'),
  cancelledAt: instant('cancelled_at'),
  quarantinedAt: instant('quarantined_at'),
  remindedFor: instant('reminded_for'),
  correctedAt: instant('corrected_at'),
  releasedAt: instant('released_at'),
  phoneNumber: text('phone_number'),
  folded: text('folded'),
  staffUid: text('staff_uid').unique(),
  keyHashBefore: bytea('key_hash_before').unique(),
});

export const submissions = pgTable(
  'submissions',
  {
    id: uuid('id').primaryKey(),
    route: text('route').notNull(),
    fingerprint: bytea('fingerprint').notNull(),
    idempotencyKey: bytea('idempotency_key'),
    caseId: caseId(),
    createdAt: instant('created_at').notNull(),
    bookingId: uuid('booking_id').references(() => bookings.id, cascade),
  },
  (table) => [unique().on(table.route, table.idempotencyKey)],
);

/** The outbox. `payload` is exactly what the mail service is given; `invite` what its calendar part must say. */
export const messages = pgTable('messages', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').references(() => cases.id, cascade),
  kind: text('kind').notNull(),
  audience: text('audience', { enum: ['enquirer', 'staff'] }).notNull(),
  payload: json('payload').$type<CreateEmailOptions>(),
  createdAt: instant('created_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
  firstAttemptAt: instant('first_attempt_at'),
  nextAttemptAt: instant('next_attempt_at'),
  sentAt: instant('sent_at'),
  providerId: text('provider_id').unique(),
  failedAt: instant('failed_at'),
  failure: text('failure'),
  place: number('place').notNull().generatedAlwaysAsIdentity(),
  bookingId: uuid('booking_id'),
  invite: json('invite').$type<Invitation>(),
});

/** One row: the pace that all deliveries keep together, by the database's clock. */
export const mailPace = pgTable('mail_pace', {
  one: boolean('one').primaryKey().default(true),
  nextAt: instant('next_at').notNull(),
  handedOnUntil: instant('handed_on_until'),
});

export const deliveryReports = pgTable('delivery_reports', {
  id: text('id').primaryKey(),
  providerId: text('provider_id').notNull(),
  type: text('type').notNull(),
  reportedAt: instant('reported_at').notNull(),
  receivedAt: instant('received_at').notNull(),
});

export const postCounts = pgTable(
  'post_counts',
  {
    addressHash: bytea('address_hash').notNull(),
    minute: instant('minute').notNull(),
    posts: integer('posts').notNull(),
  },
  (table) => [primaryKey({ columns: [table.addressHash, table.minute] })],
);

/** What was used of a limit: of whom it was, a hash that changes daily. */
export const limitUses = pgTable('limit_uses', {
  id: number('id').primaryKey().generatedAlwaysAsIdentity(),
  hash: bytea('hash').notNull(),
  at: instant('at').notNull(),
});

/** Mail to a person that was not written, because their address had had as many as one gets. */
export const withheldMail = pgTable('withheld_mail', {
  id: number('id').primaryKey().generatedAlwaysAsIdentity(),
  caseId: caseId(),
  bookingId: uuid('booking_id').references(() => bookings.id, cascade),
  kind: text('kind').notNull(),
  at: instant('at').notNull(),
});

export const audit = pgTable('audit', {
  id: number('id').primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull(),
  act: text('act').notNull(),
  reference: text('reference'),
  actor: text('actor'),
});

export const jobRuns = pgTable('job_runs', {
  job: text('job').primaryKey(),
  finishedAt: instant('finished_at').notNull(),
});

/** One row in the database of a preview, from when it was emptied on; none in the live one. */
export const previews = pgTable('previews', {
  one: boolean('one').primaryKey().default(true),
  emptiedAt: instant('emptied_at').notNull(),
  secret: bytea('secret').notNull(),
});

/** The hosts at which the live site reaches its database. */
export const liveHosts = pgTable('live_hosts', {
  host: text('host').primaryKey(),
  seenAt: instant('seen_at').notNull(),
});

/** `day` is a date in London, as 2026-11-24. */
export const digests = pgTable('digests', {
  day: date('day').primaryKey(),
  madeAt: instant('made_at').notNull(),
});

export const deskLinks = pgTable('desk_links', {
  hash: bytea('hash').primaryKey(),
  email: text('email').notNull(),
  onward: text('onward').notNull(),
  createdAt: instant('created_at').notNull(),
  usedAt: instant('used_at'),
  browserHash: bytea('browser_hash'),
  askedFrom: bytea('asked_from'),
  tries: integer('tries').notNull().default(0),
});

export const deskSessions = pgTable('desk_sessions', {
  hash: bytea('hash').primaryKey(),
  email: text('email').notNull(),
  createdAt: instant('created_at').notNull(),
  seenAt: instant('seen_at').notNull(),
  id: number('id').notNull().unique().generatedAlwaysAsIdentity(),
});

export const caseActs = pgTable('case_acts', {
  id: number('id').primaryKey().generatedAlwaysAsIdentity(),
  caseId: caseId(),
  at: instant('at').notNull(),
  actor: text('actor').notNull(),
  act: text('act', { enum: ACT_NAMES }).notNull(),
  outcome: text('outcome', { enum: OUTCOME_NAMES }),
  words: text('words'),
  followUp: date('follow_up'),
  undoneAt: instant('undone_at'),
  undoneBy: text('undone_by'),
  bookingId: uuid('booking_id').references(() => bookings.id, cascade),
  before: json('before').$type<Readonly<Record<string, unknown>>>(),
  owner: text('owner'),
  changedAt: instant('changed_at'),
  changedBy: text('changed_by'),
  folded: text('folded'),
  told: text('told', { enum: ['email', 'telephone', 'letter'] }),
});

/** What makes a case a complaint: it is acknowledged once its person was told that we have it, and open until they were told the outcome. */
export const complaints = pgTable('complaints', {
  caseId: uuid('case_id')
    .primaryKey()
    .references(() => cases.id, cascade),
  about: text('about', { enum: ['data', 'service'] }).notNull(),
  receivedAt: instant('received_at').notNull(),
  endedAt: instant('ended_at'),
  acknowledgedAt: instant('acknowledged_at'),
});

/** Cases that are kept and not used. `lookAgain` is a date in London. */
export const holds = pgTable('holds', {
  caseId: uuid('case_id')
    .primaryKey()
    .references(() => cases.id, cascade),
  reason: text('reason').notNull(),
  lookAgain: date('look_again').notNull(),
  heldAt: instant('held_at').notNull(),
});

/** Cases of one group are about the same matter. */
export const caseJoins = pgTable('case_joins', {
  caseId: uuid('case_id')
    .primaryKey()
    .references(() => cases.id, cascade),
  groupId: uuid('group_id').notNull(),
  joinedAt: instant('joined_at').notNull(),
});

export const personActs = pgTable('person_acts', {
  id: number('id').primaryKey().generatedAlwaysAsIdentity(),
  caseId: caseId(),
  bookingId: uuid('booking_id').references(() => bookings.id, cascade),
  at: instant('at').notNull(),
  act: text('act', {
    enum: [
      'enquired',
      'complained',
      'got in touch',
      'booked',
      'confirmed',
      'corrected',
      'moved',
      'cancelled',
    ],
  }).notNull(),
  before: json('before').$type<Readonly<Record<string, unknown>>>(),
  startsAt: instant('starts_at'),
  endsAt: instant('ends_at'),
});

export const narrowings = pgTable('narrowings', {
  id: uuid('id').primaryKey(),
  kind: text('kind', { enum: ['closure', 'dated hours', 'block'] }).notNull(),
  firstDay: date('first_day').notNull(),
  lastDay: date('last_day').notNull(),
  opens: smallint('opens'),
  closes: smallint('closes'),
  weekdays: smallint('weekdays').array(),
  why: text('why'),
  createdAt: instant('created_at').notNull(),
});

/** What was refused, by the date in London and its kind. */
export const refusals = pgTable(
  'refusals',
  {
    day: date('day').notNull(),
    kind: text('kind', {
      enum: ['another site', 'too much', 'signed out', 'dead link', 'bad signature'],
    }).notNull(),
    count: number('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.kind] })],
);

export const unusualHours = pgTable('unusual_hours', {
  id: number('id').primaryKey().generatedAlwaysAsIdentity(),
  fromAt: instant('from_at').notNull(),
  untilAt: instant('until_at').notNull(),
  noticedAt: instant('noticed_at').notNull(),
  undoneAt: instant('undone_at'),
});

/** What staff sign in with instead of a link: the public half alone. `id` is the authenticator’s, in base64url. */
export const passkeys = pgTable('passkeys', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  publicKey: bytea('public_key').notNull(),
  counter: number('counter').notNull(),
  transports: text('transports').array().notNull(),
  createdAt: instant('created_at').notNull(),
  usedAt: instant('used_at'),
});

export const passkeyChallenges = pgTable('passkey_challenges', {
  hash: bytea('hash').primaryKey(),
  email: text('email'),
  createdAt: instant('created_at').notNull(),
});

/** When each member of staff who gave a calendar is busy, and the address it is read from, sealed. */
export const staffCalendars = pgTable('staff_calendars', {
  email: text('email').primaryKey(),
  addressSealed: bytea('address_sealed').notNull(),
  givenAt: instant('given_at').notNull(),
  busy: tstzmultirange('busy').notNull(),
  readAt: instant('read_at').notNull(),
  triedAt: instant('tried_at').notNull(),
  failure: text('failure').$type<CalendarFailure>(),
});
