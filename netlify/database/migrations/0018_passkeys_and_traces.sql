-- What was refused, counted by day and kind. Of whom it was, nothing is kept.
CREATE TABLE refusals (
  day date NOT NULL,
  kind text NOT NULL CHECK (
    kind IN ('another site', 'too much', 'signed out', 'dead link', 'bad signature')
  ),
  count bigint NOT NULL CHECK (count > 0),
  PRIMARY KEY (day, kind)
);

-- Hours in which more came in than is usual, and when staff undid what came. Staff are mailed once for each row.
CREATE TABLE unusual_hours (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  noticed_at timestamptz NOT NULL,
  undone_at timestamptz,
  CHECK (from_at < until_at)
);
CREATE INDEX unusual_hours_until ON unusual_hours (until_at);
CREATE INDEX cases_created ON cases (created_at);
CREATE INDEX withheld_mail_at ON withheld_mail (at);

-- What somebody of the staff signs in with instead of a link: only its public half is kept here.
CREATE TABLE passkeys (
  id text PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 1400),
  email text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  public_key bytea NOT NULL,
  counter bigint NOT NULL CHECK (counter >= 0),
  transports text[] NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX passkeys_email ON passkeys (email);

-- What a passkey is asked to sign: once, within minutes. One with an address is to add a passkey for it.
CREATE TABLE passkey_challenges (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  email text,
  created_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenges_created ON passkey_challenges (created_at);

-- By what a link was found that was written before LINK_SECRET changed; it opens while LINK_SECRET_PREVIOUS is set.
ALTER TABLE cases ADD COLUMN key_hash_before bytea UNIQUE CHECK (octet_length(key_hash_before) = 32);
ALTER TABLE bookings ADD COLUMN key_hash_before bytea UNIQUE CHECK (octet_length(key_hash_before) = 32);

-- Whether somebody has been noted as reading a case within the hour.
CREATE INDEX audit_reference ON audit (reference, at) WHERE reference IS NOT NULL;
