import * as z from 'zod';
import { CaseKeySchema } from '../case-key.ts';
import { NameSchema, OrganisationSchema } from '../contact.ts';
import { EmailSchema } from '../email-address.ts';
import { FIELDS } from '../fields.ts';
import { PhoneSchema } from '../phone.ts';
import type { CallKind } from '../slots/slot.ts';
import { lineOf } from '../text.ts';
import { StartSchema } from './start.ts';

/** How a sentence calls each kind of call. */
export const CALL_NAMES: Readonly<Record<CallKind, string>> = {
  callback: 'callback',
  'discovery-call': 'discovery call',
};

const topic = lineOf(FIELDS.topic);

/** A callback, as `POST /api/callbacks` takes it (docs/api.md). `start` is read to milliseconds. */
export const CallbackSchema = z.strictObject({
  start: StartSchema,
  name: NameSchema,
  phone: PhoneSchema,
  email: EmailSchema.optional(),
  organisation: OrganisationSchema.optional(),
  topic: topic.optional(),
  case: CaseKeySchema.optional(),
});

/** A discovery call, as `POST /api/discovery-calls` takes it (docs/api.md). */
export const DiscoveryCallSchema = z.strictObject({
  start: StartSchema,
  name: NameSchema,
  email: EmailSchema,
  phone: PhoneSchema,
  organisation: OrganisationSchema,
  topic: topic.optional(),
  case: CaseKeySchema.optional(),
});

export type Callback = z.output<typeof CallbackSchema>;
export type DiscoveryCall = z.output<typeof DiscoveryCallSchema>;

const NOT_DETAILS = { start: true, case: true } as const;

/** The details of each kind of call apart from its time, as its enquirer may correct them. */
export const CALL_DETAILS_SCHEMAS = {
  callback: CallbackSchema.omit(NOT_DETAILS),
  'discovery-call': DiscoveryCallSchema.omit(NOT_DETAILS),
} as const satisfies Record<CallKind, unknown>;

export type CallDetails = z.output<(typeof CALL_DETAILS_SCHEMAS)[CallKind]>;

/** Either kind of call as somebody asks for it. */
export type CallRequest = Callback | DiscoveryCall;

/** A new time for a call, as `POST /api/bookings/{booking}/reschedule` takes it. */
export const RescheduleSchema = z.strictObject({ start: StartSchema });

/** Staff know that a time is inside our notice, and want it all the same. */
const sure = z.literal('yes').optional();

/** A new time for a call, as staff give it. */
export const DeskMoveSchema = RescheduleSchema.extend({ sure });

/** A call that staff book for the person of a case, whose details are known. */
export const DeskBookingSchema = z.strictObject({
  start: StartSchema,
  topic: topic.optional(),
  sure,
});

/** The details of a call as staff correct them: of either kind, a number to ring is enough. */
export const DeskCallDetailsSchema = CallbackSchema.omit({ start: true, case: true });

export type DeskMove = z.output<typeof DeskMoveSchema>;
export type DeskBooking = z.output<typeof DeskBookingSchema>;
export type DeskCallDetails = z.output<typeof DeskCallDetailsSchema>;
export type Reschedule = z.output<typeof RescheduleSchema>;
