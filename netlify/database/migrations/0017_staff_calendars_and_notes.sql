-- A member of staff may give the secret address of their own calendar, from which we read when they are busy, and keep
-- nothing else of it: `busy` can hold times and no words. The address itself is sealed (AES-256-GCM under LINK_SECRET).
-- `read_at` is when it was last read, `tried_at` when that was last tried, and `failure` why the last try came to nothing.
CREATE TABLE staff_calendars (
  email text PRIMARY KEY CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
  address_sealed bytea NOT NULL CHECK (octet_length(address_sealed) BETWEEN 29 AND 8192),
  given_at timestamptz NOT NULL,
  busy tstzmultirange NOT NULL,
  read_at timestamptz NOT NULL,
  tried_at timestamptz NOT NULL,
  failure text CHECK (failure IN (
    'not reached', 'private network', 'refused', 'too slow', 'too big', 'not a calendar', 'too much', 'address lost'
  )),
  CONSTRAINT staff_calendars_tried CHECK (read_at <= tried_at AND (failure IS NOT NULL OR read_at = tried_at))
);

-- Staff find a case by the words of their notes, and of what they add to an outcome or a date, too: `folded` holds them as search compares them. Those from
-- before are folded by the service, as what people sent was.
ALTER TABLE case_acts ADD COLUMN folded text;
CREATE INDEX case_acts_to_fold ON case_acts (id)
  WHERE folded IS NULL AND words IS NOT NULL AND act IN ('note', 'outcome', 'follow-up set', 'closed', 'reopened');

CREATE OR REPLACE FUNCTION words_of_case(of_case uuid, reference text) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT array_to_tsvector(
    ARRAY(SELECT '#' || substr(words_of_case.reference, n) FROM generate_series(1, 6) n)
    || string_to_array(trim(left(coalesce(string_agg(folded, ' ' ORDER BY created_at DESC), ''), 250000)), ' '))
  FROM (
    SELECT folded, created_at FROM enquiries WHERE case_id = of_case AND folded <> ''
    UNION ALL SELECT folded, created_at FROM bookings WHERE case_id = of_case AND folded <> ''
    UNION ALL SELECT folded, at FROM case_acts WHERE case_id = of_case AND folded <> ''
  ) said
$$;

-- Most acts say nothing that is searched: they cost the words of their case nothing.
CREATE TRIGGER write_case_words AFTER INSERT ON case_acts
  FOR EACH ROW WHEN (NEW.folded <> '') EXECUTE FUNCTION write_case_words();
CREATE TRIGGER rewrite_case_words AFTER UPDATE OF folded ON case_acts
  FOR EACH ROW WHEN (OLD.folded IS DISTINCT FROM NEW.folded) EXECUTE FUNCTION write_case_words();
CREATE TRIGGER unwrite_case_words AFTER DELETE ON case_acts
  FOR EACH ROW WHEN (OLD.folded <> '') EXECUTE FUNCTION write_case_words();
