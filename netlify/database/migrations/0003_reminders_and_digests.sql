-- The start somebody was last reminded of; a call that moves has another start to be reminded of.
ALTER TABLE bookings ADD COLUMN reminded_for timestamptz;

-- One row is the digest of one London date, and says until when it told. A date has one, whoever else
-- is at work on it.
CREATE TABLE digests (
  day date PRIMARY KEY,
  made_at timestamptz NOT NULL
);
