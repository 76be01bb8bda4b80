-- A complaint is a case whose words are kept as those of an enquiry are. This says what it is about, when it came, and
-- when its person was told the outcome: until then it is open, and nothing erases it by itself.
CREATE TABLE complaints (
  case_id uuid PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
  about text NOT NULL CHECK (about IN ('data', 'service')),
  received_at timestamptz NOT NULL,
  ended_at timestamptz CHECK (ended_at >= received_at)
);
CREATE INDEX complaints_open ON complaints (received_at) WHERE ended_at IS NULL;

-- While a case is on hold it is kept and not used: nothing erases it, and we begin nothing with its person. `look_again`
-- is the London date on which staff look at it again.
CREATE TABLE holds (
  case_id uuid PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  look_again date NOT NULL,
  held_at timestamptz NOT NULL
);

ALTER TABLE person_acts
  DROP CONSTRAINT person_acts_act_check,
  ADD CONSTRAINT person_acts_act_check CHECK (
    act IN ('enquired', 'complained', 'got in touch', 'booked', 'confirmed', 'corrected', 'moved', 'cancelled')
  );

-- What staff do about a complaint: note how far it has got, tell its person so, tell them the outcome, open it again.
-- `told` is how they were told. And what they do with any case: take words out of it, hold it, take the hold off.
ALTER TABLE case_acts
  ADD COLUMN told text CHECK (told IN ('email', 'telephone')),
  DROP CONSTRAINT case_acts_act_check,
  ADD CONSTRAINT case_acts_act_check CHECK (
    act IN (
      'outcome', 'note', 'times offered', 'call moved', 'call cancelled', 'released', 'opened', 'details corrected',
      'call booked', 'link sent', 'follow-up set', 'closed', 'reopened', 'owner set', 'joined', 'unjoined',
      'complaint noted', 'complaint progress', 'complaint outcome', 'complaint reopened', 'words removed', 'held',
      'hold ended'
    )
  ),
  ADD CONSTRAINT case_acts_told_of_complaint CHECK (
    (told IS NOT NULL) = (act IN ('complaint progress', 'complaint outcome'))
  );
