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

-- A link to sign in belongs to the browser that asked for it, known by the hash of its cookie. Elsewhere it shows a
-- code, which that browser may try a few times. `asked_from` is the salted hash of the connection that asked, by
-- which links are counted while they work; then it goes.
ALTER TABLE desk_links
  ADD COLUMN browser_hash bytea CHECK (octet_length(browser_hash) = 32),
  ADD COLUMN asked_from bytea CHECK (octet_length(asked_from) = 32),
  ADD COLUMN tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0);
CREATE INDEX desk_links_browser ON desk_links (browser_hash) WHERE browser_hash IS NOT NULL;

-- What a session is called where its person ends it; it opens nothing.
ALTER TABLE desk_sessions ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY UNIQUE;
