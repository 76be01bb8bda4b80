-- A deploy preview begins with a copy of the live database. Before it answers anything it empties its copy, and notes
-- so here: once in each copy, with the secret its keys are made from. The live database has no such row.
CREATE TABLE previews (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  emptied_at timestamptz NOT NULL,
  secret bytea NOT NULL
);

-- At which host the live site reaches its database. A preview that reaches the same one empties nothing.
CREATE TABLE live_hosts (
  host text PRIMARY KEY,
  seen_at timestamptz NOT NULL
);
