-- A complaint that staff write down for a person came on a day of its own. The law counts 30 days from then within which
-- its person is told that we have it (Data Protection Act 2018, section 164A): this keeps when they were, whichever way.
ALTER TABLE complaints ADD COLUMN acknowledged_at timestamptz CHECK (acknowledged_at >= received_at);

-- Those that are not in quarantine were acknowledged at once until now, by email or by the page of their person.
UPDATE complaints SET acknowledged_at = received_at
WHERE NOT EXISTS (SELECT FROM cases WHERE id = case_id AND quarantined_at IS NOT NULL);

-- A letter may give a postal address and nothing else.
ALTER TABLE enquiries
  ADD COLUMN postal_address text CHECK (length(postal_address) BETWEEN 1 AND 500),
  DROP CONSTRAINT enquiries_reachable,
  ADD CONSTRAINT enquiries_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL OR postal_address IS NOT NULL);

-- People are told by letter too; and staff note that they were told that we have it, or correct the day on which it came.
ALTER TABLE case_acts
  DROP CONSTRAINT case_acts_told_check,
  ADD CONSTRAINT case_acts_told_check CHECK (told IN ('email', 'telephone', 'letter')),
  DROP CONSTRAINT case_acts_act_check,
  ADD CONSTRAINT case_acts_act_check CHECK (
    act IN (
      'outcome', 'note', 'times offered', 'call moved', 'call cancelled', 'released', 'opened', 'details corrected',
      'call booked', 'link sent', 'follow-up set', 'closed', 'reopened', 'owner set', 'joined', 'unjoined',
      'complaint acknowledged', 'complaint dated', 'complaint noted', 'complaint progress', 'complaint outcome',
      'complaint reopened', 'words removed', 'held', 'hold ended'
    )
  ),
  DROP CONSTRAINT case_acts_told_of_complaint,
  ADD CONSTRAINT case_acts_told_of_complaint CHECK (
    (told IS NOT NULL) = (act IN ('complaint acknowledged', 'complaint progress', 'complaint outcome'))
  );
