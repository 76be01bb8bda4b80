-- What a person did about their own case: told on its timeline, and what decides whether it waits for staff.
-- `before` holds what a correction or a move replaced: the fields that changed, as they were. `starts_at` and
-- `ends_at` are the time of the call after the act, where it is about one and that is known.
CREATE TABLE person_acts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
  booking_id uuid REFERENCES bookings ON DELETE CASCADE,
  at timestamptz NOT NULL,
  act text NOT NULL CHECK (
    act IN ('enquired', 'booked', 'confirmed', 'corrected', 'moved', 'cancelled')
  ),
  before json,
  starts_at timestamptz,
  ends_at timestamptz,
  CHECK (act NOT IN ('booked', 'moved', 'cancelled') OR booking_id IS NOT NULL),
  CHECK (before IS NULL OR act IN ('corrected', 'moved'))
);
CREATE INDEX person_acts_case ON person_acts (case_id, at);
CREATE INDEX person_acts_booking ON person_acts (booking_id) WHERE booking_id IS NOT NULL;

-- Every act in a case has a moment later than the one before it, even when the clock went back, so that
-- which came last is never in doubt. `waits_from` is when the case begins to wait for staff, which may lie
-- ahead: at the end of a call, or on a follow-up date; else it is -infinity. NULL: it does not. The other two say since when and why.
-- `settled` is how it is while it does not wait. Without an enquiry, `contact_booking_id` is the call that
-- says who the case is from. All of this is written by the same rules, after every act.
ALTER TABLE cases
  ADD COLUMN latest_act_at timestamptz,
  ADD COLUMN waits_from timestamptz,
  ADD COLUMN waiting_since timestamptz,
  ADD COLUMN waits_because text CHECK (waits_because IN ('wrote', 'call', 'no answer', 'follow-up')),
  ADD COLUMN settled text NOT NULL DEFAULT 'resting' CHECK (settled IN ('resting', 'closed')),
  ADD COLUMN contact_booking_id uuid REFERENCES bookings ON DELETE SET NULL,
  ADD CONSTRAINT cases_wait_whole CHECK (
    (waits_from IS NULL) = (waiting_since IS NULL) AND (waits_from IS NULL) = (waits_because IS NULL)
  );
CREATE INDEX cases_waiting ON cases (waits_from) WHERE waits_from IS NOT NULL;
CREATE INDEX cases_contact_booking ON cases (contact_booking_id) WHERE contact_booking_id IS NOT NULL;

-- An outcome that leaves a case resting has a date to look at it again, and the latest can be undone.
ALTER TABLE case_acts
  ADD COLUMN follow_up date,
  ADD COLUMN undone_at timestamptz,
  ADD COLUMN undone_by text,
  DROP CONSTRAINT case_acts_outcome_check,
  ADD CONSTRAINT case_acts_outcome_check CHECK (
    outcome IN (
      'spoke', 'no answer', 'left a message', 'wrote', 'commissioned', 'not now', 'not for us', 'duplicate'
    )
  ),
  ADD CONSTRAINT case_acts_follow_up_of_outcome CHECK (follow_up IS NULL OR act = 'outcome'),
  ADD CONSTRAINT case_acts_undone_whole CHECK (
    (undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL OR act = 'outcome')
  );

-- A post is recognised by its form's id or by its Idempotency-Key, never by its words alone.
DROP INDEX submissions_fingerprint;

-- What is here already: what each person did, as far as it was kept. A move or a cancellation by staff is theirs.
INSERT INTO person_acts (case_id, at, act)
SELECT case_id, created_at, 'enquired' FROM enquiries
UNION ALL
SELECT case_id, corrected_at, 'corrected' FROM enquiries WHERE corrected_at IS NOT NULL;

-- The time a call had before it moved was not kept.
INSERT INTO person_acts (case_id, booking_id, at, act, starts_at, ends_at)
SELECT b.case_id, b.id, told.at, told.act,
  CASE WHEN told.act <> 'booked' OR b.moved_at IS NULL THEN b.starts_at END,
  CASE WHEN told.act <> 'booked' OR b.moved_at IS NULL THEN b.ends_at END
FROM bookings b
CROSS JOIN LATERAL (
  VALUES
    (b.created_at, 'booked'),
    (b.corrected_at, 'corrected'),
    (b.moved_at, 'moved'),
    (b.cancelled_at, 'cancelled')
) told (at, act)
WHERE told.at IS NOT NULL
  AND NOT EXISTS (
    SELECT FROM case_acts a WHERE a.case_id = b.case_id AND a.at = told.at
      AND (
        (told.act = 'moved' AND a.act = 'call moved')
        OR (told.act = 'cancelled' AND a.act IN ('call cancelled', 'released'))
      )
  );

UPDATE cases c SET
  latest_act_at = greatest(
    c.last_contact_at,
    (SELECT max(at) FROM person_acts p WHERE p.case_id = c.id),
    (SELECT max(at) FROM case_acts a WHERE a.case_id = c.id)
  ),
  contact_booking_id = (
    SELECT b.id FROM bookings b
    WHERE b.case_id = c.id AND NOT EXISTS (SELECT FROM enquiries e WHERE e.case_id = c.id)
    ORDER BY b.quarantined_at IS NOT NULL, b.created_at DESC, b.id DESC LIMIT 1
  );
ALTER TABLE cases ALTER COLUMN latest_act_at SET NOT NULL;

-- Which of the cases that are here wait, once. From now on the service writes it after every act.
WITH turned AS (
  SELECT c.id,
    (SELECT max(a.at) FROM case_acts a WHERE a.case_id = c.id
       AND (a.act IN ('times offered', 'call moved', 'call cancelled')
         OR (a.act = 'outcome' AND a.outcome <> 'no answer'))) AS answered_at,
    (SELECT a.outcome FROM case_acts a WHERE a.case_id = c.id AND a.act = 'outcome'
       ORDER BY a.at DESC, a.id DESC LIMIT 1) AS outcome,
    (SELECT max(a.at) FROM case_acts a WHERE a.case_id = c.id AND a.act = 'outcome') AS outcome_at,
    (SELECT max(b.ends_at) FROM bookings b WHERE b.case_id = c.id AND b.during IS NOT NULL) AS last_end
  FROM cases c
), open AS (
  SELECT t.*,
    (SELECT min(p.at) FROM person_acts p LEFT JOIN bookings b ON b.id = p.booking_id
      WHERE p.case_id = t.id AND b.quarantined_at IS NULL
        AND p.at > coalesce(t.answered_at, '-infinity')) AS wrote_at,
    (SELECT max(b.starts_at) FROM bookings b
      WHERE b.case_id = t.id AND b.during IS NOT NULL
        AND b.starts_at > coalesce(t.answered_at, '-infinity')) AS call_at
  FROM turned t
), judged AS (
  SELECT id, last_end, outcome,
    coalesce(call_at, wrote_at, CASE WHEN outcome = 'no answer' AND outcome_at > coalesce(answered_at, '-infinity')
      THEN outcome_at END) AS since,
    CASE WHEN call_at IS NOT NULL THEN 'call' WHEN wrote_at IS NOT NULL THEN 'wrote' ELSE 'no answer' END AS because
  FROM open
)
UPDATE cases c SET
  waits_from = CASE WHEN j.since IS NOT NULL THEN coalesce(j.last_end, '-infinity') END,
  waiting_since = j.since,
  waits_because = CASE WHEN j.since IS NOT NULL THEN j.because END,
  settled = CASE WHEN j.outcome IN ('commissioned', 'not now') THEN 'closed' ELSE 'resting' END
FROM judged j WHERE j.id = c.id;
