-- Every run that delivers mail keeps one pace together, however many run at once. One row: when the next
-- message may be handed to the mail service, and until when a run that was handed the rest is on its way.
-- It holds the database's own clock, and nothing about anybody.
CREATE TABLE mail_pace (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  next_at timestamptz NOT NULL,
  handed_on_until timestamptz
);

-- No schedule has run on the day a site is first deployed, and none is late before its first time.
INSERT INTO job_runs (job, finished_at)
SELECT job, now() FROM unnest(ARRAY['deliver', 'remind', 'digest', 'erase']) AS job
ON CONFLICT DO NOTHING;
