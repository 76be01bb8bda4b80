-- What staff set at the desk to narrow the hours of the line, from one London date to another, both included. Nothing
-- here widens them. A closure shuts the line on every day; dated hours are the most it is open on each; a block takes
-- the hours from `opens` to `closes` (minutes after midnight; all day when both are NULL) on every day, or only on
-- these days of the week (ISO 8601: 1 is Monday).
CREATE TABLE narrowings (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('closure', 'dated hours', 'block')),
  first_day date NOT NULL,
  last_day date NOT NULL,
  opens smallint,
  closes smallint,
  weekdays smallint[],
  why text CHECK (length(why) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL,
  CONSTRAINT narrowings_span CHECK (first_day <= last_day AND last_day - first_day < 366),
  CONSTRAINT narrowings_hours CHECK (
    (opens IS NULL) = (closes IS NULL) AND opens < closes AND opens >= 540 AND closes <= 1080
  ),
  CONSTRAINT narrowings_whole CHECK (
    CASE kind
      WHEN 'closure' THEN opens IS NULL AND weekdays IS NULL AND why IS NOT NULL
      WHEN 'dated hours' THEN opens IS NOT NULL AND weekdays IS NULL
      ELSE true
    END
  ),
  CONSTRAINT narrowings_weekdays CHECK (
    cardinality(weekdays) BETWEEN 1 AND 5 AND weekdays <@ ARRAY[1, 2, 3, 4, 5]::smallint[]
  )
);
CREATE INDEX narrowings_last_day ON narrowings (last_day);

-- A block was a stretch of one London day: all of it, from midnight to midnight, or some of its open hours.
INSERT INTO narrowings (id, kind, first_day, last_day, opens, closes, why, created_at)
SELECT id, 'block', (begins)::date, (begins)::date,
  CASE WHEN part THEN extract(hour FROM begins) * 60 + extract(minute FROM begins) END,
  CASE WHEN part THEN extract(hour FROM ends) * 60 + extract(minute FROM ends) END,
  why, created_at
FROM (
  SELECT *, starts_at AT TIME ZONE 'Europe/London' AS begins, ends_at AT TIME ZONE 'Europe/London' AS ends,
    (starts_at AT TIME ZONE 'Europe/London')::time >= '09:00' AS part
  FROM blocks
) was;
DROP TABLE blocks;
