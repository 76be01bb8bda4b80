-- A case may be opened at the desk, for a person who rings. What staff write down is kept as an enquiry: there may be
-- no organisation and nothing they are interested in.
ALTER TABLE enquiries
  ALTER COLUMN organisation DROP NOT NULL,
  DROP CONSTRAINT enquiries_interests_check;

-- The person rang or wrote, and staff opened the case.
ALTER TABLE person_acts
  DROP CONSTRAINT person_acts_act_check,
  ADD CONSTRAINT person_acts_act_check CHECK (
    act IN ('enquired', 'got in touch', 'booked', 'confirmed', 'corrected', 'moved', 'cancelled')
  );

-- What staff do for a person: open their case, correct their details (`before` holds the fields that changed, as they
-- were; `booking_id` is the call, without one it is the enquiry), book a call, send them their link.
ALTER TABLE case_acts
  ADD COLUMN booking_id uuid REFERENCES bookings ON DELETE CASCADE,
  ADD COLUMN before json,
  DROP CONSTRAINT case_acts_act_check,
  ADD CONSTRAINT case_acts_act_check CHECK (
    act IN (
      'outcome', 'note', 'times offered', 'call moved', 'call cancelled', 'released', 'opened', 'details corrected',
      'call booked', 'link sent'
    )
  ),
  ADD CONSTRAINT case_acts_before_of_correction CHECK ((before IS NOT NULL) = (act = 'details corrected')),
  ADD CONSTRAINT case_acts_booking_of_correction CHECK (booking_id IS NULL OR act = 'details corrected');
-- Offers nobody has chosen from are looked for each time the desk is opened.
CREATE INDEX case_acts_offers ON case_acts (case_id, at) WHERE act = 'times offered';
CREATE INDEX case_acts_booking ON case_acts (booking_id) WHERE booking_id IS NOT NULL;
