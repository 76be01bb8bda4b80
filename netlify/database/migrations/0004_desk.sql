-- One row is one way in that was mailed to an address on the staff list. Only its hash is kept; it works
-- once, for 15 minutes, and leads on to the page that was asked for.
CREATE TABLE desk_links (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  email text NOT NULL,
  onward text NOT NULL CHECK (onward ~ '^/desk/[a-zA-Z0-9/-]*$'),
  created_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX desk_links_email ON desk_links (email, created_at);

-- One row is one browser that is signed in, found by the hash of its cookie.
CREATE TABLE desk_sessions (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  email text NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);

-- What staff did about a case, told on its timeline and erased with it. `actor` is the address of who did it.
CREATE TABLE case_acts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  act text NOT NULL CHECK (
    act IN ('outcome', 'note', 'times offered', 'call moved', 'call cancelled', 'released')
  ),
  outcome text CHECK (outcome IN ('spoke', 'no answer', 'left a message', 'commissioned', 'not now')),
  words text CHECK (length(words) BETWEEN 1 AND 5000),
  CHECK ((act = 'outcome') = (outcome IS NOT NULL)),
  CHECK (act <> 'note' OR words IS NOT NULL)
);
CREATE INDEX case_acts_case ON case_acts (case_id, at);

-- Time in which staff take no calls, set at the desk: an hour or a day at once. No time is blocked twice.
CREATE TABLE blocks (
  id uuid PRIMARY KEY,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  why text CHECK (length(why) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL,
  CHECK (starts_at < ends_at),
  CONSTRAINT blocks_apart EXCLUDE USING gist (tstzrange(starts_at, ends_at) WITH &&)
);
CREATE INDEX blocks_ends ON blocks (ends_at);

-- Acts at the desk say who: a mark that tells staff apart and names nobody.
ALTER TABLE audit ADD COLUMN actor text;

-- A call whose details were corrected, or that staff released from quarantine, says when. A released call
-- was given its time at that moment, as a new one is when it is booked.
ALTER TABLE bookings
  ADD COLUMN corrected_at timestamptz,
  ADD COLUMN released_at timestamptz;
