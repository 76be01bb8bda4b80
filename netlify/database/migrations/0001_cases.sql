-- One case is everything one enquirer and the service have between them: one reference, one link.
-- The link's key is never stored: it is written again from id and generation, and found by its hash.
CREATE TABLE cases (
  id uuid PRIMARY KEY,
  reference text NOT NULL UNIQUE CHECK (reference ~ '^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$'),
  key_generation integer NOT NULL DEFAULT 0 CHECK (key_generation >= 0),
  key_hash bytea NOT NULL UNIQUE CHECK (octet_length(key_hash) = 32),
  created_at timestamptz NOT NULL,
  last_contact_at timestamptz NOT NULL,
  quarantined_at timestamptz,
  CHECK (last_contact_at >= created_at)
);
CREATE INDEX cases_last_contact ON cases (last_contact_at);

CREATE TABLE enquiries (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL UNIQUE REFERENCES cases ON DELETE CASCADE,
  organisation text NOT NULL CHECK (length(organisation) BETWEEN 1 AND 200),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  role text,
  email text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
  phone text,
  interests text[] NOT NULL CHECK (cardinality(interests) > 0),
  people integer CHECK (people BETWEEN 1 AND 100000),
  rhythm text CHECK (rhythm IN ('weekly', 'fortnightly', 'monthly')),
  sessions integer CHECK (sessions BETWEEN 1 AND 52),
  starting text,
  message text,
  created_at timestamptz NOT NULL,
  corrected_at timestamptz
);
CREATE INDEX enquiries_email ON enquiries (lower(email));

-- What was posted before: the same words again within ten minutes, or the same Idempotency-Key
-- within a day, are given the same answer. Only fingerprints are kept.
CREATE TABLE submissions (
  id uuid PRIMARY KEY,
  route text NOT NULL,
  fingerprint bytea NOT NULL,
  idempotency_key bytea,
  case_id uuid NOT NULL REFERENCES cases ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  UNIQUE (route, idempotency_key)
);
CREATE INDEX submissions_fingerprint ON submissions (route, fingerprint, created_at);
CREATE INDEX submissions_created ON submissions (created_at);
CREATE INDEX submissions_case ON submissions (case_id);

-- The outbox. `payload` is exactly what the mail service is given, and is scrubbed once it was taken.
-- Waiting: neither sent_at nor failed_at. `key` is the idempotency key of every attempt.
CREATE TABLE messages (
  id uuid PRIMARY KEY,
  case_id uuid REFERENCES cases ON DELETE CASCADE,
  kind text NOT NULL,
  audience text NOT NULL CHECK (audience IN ('enquirer', 'staff')),
  payload json,
  created_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  first_attempt_at timestamptz,
  next_attempt_at timestamptz,
  sent_at timestamptz,
  provider_id text UNIQUE,
  failed_at timestamptz,
  failure text,
  CHECK (sent_at IS NULL OR failed_at IS NULL),
  CHECK (sent_at IS NOT NULL OR failed_at IS NOT NULL OR payload IS NOT NULL),
  CHECK ((sent_at IS NULL AND failed_at IS NULL) = (next_attempt_at IS NOT NULL))
);
CREATE INDEX messages_waiting ON messages (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX messages_case ON messages (case_id);

-- What the mail service reported, once each (svix-id). Reports may come in any order, and before
-- the message is known here, so they are joined by provider_id when they are read.
CREATE TABLE delivery_reports (
  id text PRIMARY KEY,
  provider_id text NOT NULL,
  type text NOT NULL,
  reported_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL
);
CREATE INDEX delivery_reports_message ON delivery_reports (provider_id);

-- Posts counted for the rate limit, by a salted hash of the address that changes daily.
CREATE TABLE post_counts (
  address_hash bytea NOT NULL,
  minute timestamptz NOT NULL,
  posts integer NOT NULL,
  PRIMARY KEY (address_hash, minute)
);
CREATE INDEX post_counts_minute ON post_counts (minute);

-- What was done that leaves nothing else behind; no personal data, ever.
CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  act text NOT NULL,
  reference text
);

-- When each schedule last ran to its end.
CREATE TABLE job_runs (
  job text PRIMARY KEY,
  finished_at timestamptz NOT NULL
);
