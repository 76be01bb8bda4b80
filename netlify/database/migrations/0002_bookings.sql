-- One row is one call somebody asked for. It belongs to a case, and its link is found as a case's is.
-- `line` is which of the calls taken at once it is, and `during` the time it keeps somebody, the gap
-- after it included. A call that was cancelled, or is in quarantine, holds no time: both are NULL.
CREATE TABLE bookings (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
  key_generation integer NOT NULL DEFAULT 0 CHECK (key_generation >= 0),
  key_hash bytea NOT NULL UNIQUE CHECK (octet_length(key_hash) = 32),
  kind text NOT NULL CHECK (kind IN ('callback', 'discovery-call')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  line integer CHECK (line BETWEEN 1 AND 31),
  during tstzrange,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  phone text NOT NULL CHECK (length(phone) BETWEEN 5 AND 30),
  email text CHECK (length(email) BETWEEN 3 AND 254),
  organisation text CHECK (length(organisation) BETWEEN 1 AND 200),
  topic text CHECK (length(topic) BETWEEN 1 AND 200),
  -- What calendars were last told: who the event is, which telling it was, and when.
  uid text NOT NULL UNIQUE,
  sequence integer NOT NULL DEFAULT 0 CHECK (sequence >= 0),
  stamp timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  moved_at timestamptz,
  cancelled_at timestamptz,
  quarantined_at timestamptz,

  -- The line is never open on a weekend, before 9am or after 6pm, whatever the settings say.
  CONSTRAINT bookings_on_weekdays CHECK (
    extract(isodow FROM starts_at AT TIME ZONE 'Europe/London') BETWEEN 1 AND 5
  ),
  CONSTRAINT bookings_within_hours CHECK (
    starts_at < ends_at
    AND (starts_at AT TIME ZONE 'Europe/London')::date = (ends_at AT TIME ZONE 'Europe/London')::date
    AND (starts_at AT TIME ZONE 'Europe/London')::time >= '09:00'
    AND (ends_at AT TIME ZONE 'Europe/London')::time <= '18:00'
  ),
  CONSTRAINT bookings_hold_time CHECK (
    (during IS NOT NULL) = (cancelled_at IS NULL AND quarantined_at IS NULL)
    AND (line IS NULL) = (during IS NULL)
  ),
  CONSTRAINT bookings_hold_their_own_time CHECK (
    lower(during) = starts_at AND lower_inc(during)
    AND upper(during) >= ends_at AND NOT upper_inc(during)
    AND upper(during) <= ends_at + interval '2 hours'
  ),
  -- Nobody takes two calls at once, of whichever kind.
  CONSTRAINT bookings_one_at_a_time EXCLUDE USING gist (
    during WITH &&, int4range(line, line, '[]') WITH &&
  ) WHERE (during IS NOT NULL)
);

-- Which times are taken is read from this index alone.
CREATE INDEX bookings_held ON bookings (starts_at) INCLUDE (line, during, id) WHERE during IS NOT NULL;
CREATE INDEX bookings_case ON bookings (case_id);
CREATE INDEX bookings_email ON bookings (lower(email)) WHERE email IS NOT NULL;

-- A post that booked a call and comes again is given that call.
ALTER TABLE submissions ADD COLUMN booking_id uuid REFERENCES bookings ON DELETE CASCADE;
CREATE INDEX submissions_booking ON submissions (booking_id) WHERE booking_id IS NOT NULL;

-- `invite` is what the calendar part of `payload` must say, checked before every attempt and scrubbed
-- with it. Messages about one call reach one mailbox in the order they were owed: an invitation that
-- came after its cancellation would put the call back. `booking_id` outlives the call it names, so
-- that a cancellation can still be sent when the case has been erased.
ALTER TABLE messages
  ADD COLUMN place bigint GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN booking_id uuid,
  ADD COLUMN invite json,
  ADD CONSTRAINT messages_invite_in_payload CHECK (invite IS NULL OR payload IS NOT NULL);
CREATE INDEX messages_waiting_for_booking ON messages (booking_id, place)
  WHERE booking_id IS NOT NULL AND next_attempt_at IS NOT NULL;
