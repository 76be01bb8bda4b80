-- What was used of a limit, and when: an email that began something to one address, or a new call from one
-- connection. Of whom it was, only a salted hash is kept that changes daily, and that for a day at most.
CREATE TABLE limit_uses (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  at timestamptz NOT NULL
);
CREATE INDEX limit_uses_hash ON limit_uses (hash, at);
CREATE INDEX limit_uses_at ON limit_uses (at);

-- An email to a person that was not written, because their address had had as many as one gets.
CREATE TABLE withheld_mail (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
  booking_id uuid REFERENCES bookings ON DELETE CASCADE,
  kind text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX withheld_mail_case ON withheld_mail (case_id);
CREATE INDEX withheld_mail_booking ON withheld_mail (booking_id) WHERE booking_id IS NOT NULL;

-- Whether the person of a call was written to about it.
CREATE INDEX messages_of_booking ON messages (booking_id) WHERE booking_id IS NOT NULL;
