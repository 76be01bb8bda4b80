-- A case may have an owner: the address, in lower case, of the member of staff who sees to it. `enquired_at` is when its
-- person first sent an enquiry, and `answered_at` when staff were first in touch after that; both are written with how
-- the case stands, and are what the time to a first answer is counted from.
ALTER TABLE cases
  ADD COLUMN owner text CHECK (owner = lower(owner) AND length(owner) BETWEEN 3 AND 254),
  ADD COLUMN enquired_at timestamptz,
  ADD COLUMN answered_at timestamptz,
  ADD CONSTRAINT cases_answered_after_enquiry CHECK (answered_at IS NULL OR answered_at >= enquired_at);
CREATE INDEX cases_owner ON cases (owner, last_contact_at) WHERE owner IS NOT NULL;
CREATE INDEX cases_enquired ON cases (enquired_at) INCLUDE (answered_at)
  WHERE enquired_at IS NOT NULL AND quarantined_at IS NULL;

-- Staff set a follow-up date by itself, close a case and open it again, give it to one of them, and join it with others of
-- the same person. `owner` is whom it was given to: nobody, where it is NULL. A note may be changed; what it said before
-- is not kept, and one that is removed leaves no row.
ALTER TABLE case_acts
  ADD COLUMN owner text,
  ADD COLUMN changed_at timestamptz,
  ADD COLUMN changed_by text,
  DROP CONSTRAINT case_acts_act_check,
  ADD CONSTRAINT case_acts_act_check CHECK (
    act IN (
      'outcome', 'note', 'times offered', 'call moved', 'call cancelled', 'released', 'opened', 'details corrected',
      'call booked', 'link sent', 'follow-up set', 'closed', 'reopened', 'owner set', 'joined', 'unjoined'
    )
  ),
  DROP CONSTRAINT case_acts_follow_up_of_outcome,
  ADD CONSTRAINT case_acts_follow_up_of_act CHECK (
    CASE WHEN act IN ('follow-up set', 'reopened') THEN follow_up IS NOT NULL ELSE follow_up IS NULL OR act = 'outcome' END
  ),
  ADD CONSTRAINT case_acts_owner_of_giving CHECK (owner IS NULL OR act = 'owner set'),
  ADD CONSTRAINT case_acts_changed_whole CHECK (
    (changed_at IS NULL) = (changed_by IS NULL) AND (changed_at IS NULL OR act = 'note')
  );
CREATE INDEX case_acts_outcomes ON case_acts (at) INCLUDE (outcome) WHERE act = 'outcome' AND undone_at IS NULL;
CREATE INDEX person_acts_by_hand ON person_acts (at) WHERE act = 'got in touch';

-- Cases that staff take to be one person's. A case is joined with those of the same group: for the eyes of staff alone,
-- each keeps its own link, is erased by itself, and is in no other's export.
CREATE TABLE case_joins (
  case_id uuid PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
  group_id uuid NOT NULL,
  joined_at timestamptz NOT NULL
);
CREATE INDEX case_joins_group ON case_joins (group_id);

-- The audit is read by day.
CREATE INDEX audit_at ON audit (at, id);

-- What is here already.
UPDATE cases c SET enquired_at = p.at
FROM (SELECT case_id, min(at) AS at FROM person_acts WHERE act = 'enquired' GROUP BY case_id) p
WHERE p.case_id = c.id;
UPDATE cases c SET answered_at = (
  SELECT min(a.at) FROM case_acts a
  WHERE a.case_id = c.id AND a.at >= c.enquired_at AND a.undone_at IS NULL
    AND (a.act IN ('times offered', 'call booked', 'call moved', 'call cancelled')
      OR a.outcome IN ('spoke', 'left a message', 'wrote', 'commissioned', 'not now', 'not for us')))
WHERE enquired_at IS NOT NULL;
