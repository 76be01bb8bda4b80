-- A search looks in one narrow table: a row for each case, with every word by which it is found, when we were last in
-- touch, which is the order of lists, and what their filters ask of a case. What is found is filtered and put in order
-- without a look at the wide rows it came from. Its rows follow from the other tables and from nothing else: triggers
-- keep them, whoever writes.
CREATE TABLE case_words (
  case_id uuid PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
  last_contact_at timestamptz NOT NULL,
  quarantined_at timestamptz,
  waits_from timestamptz,
  settled text NOT NULL,
  words tsvector NOT NULL
) WITH (fillfactor = 90);

-- The words of everything somebody sent, the newest first, and no more of them than a tsvector holds (a megabyte; a
-- character has up to four bytes). Each end of the reference stands among them behind a #, which is in no word, to be
-- looked for by how it begins.
CREATE FUNCTION words_of_case(of_case uuid, reference text) RETURNS tsvector LANGUAGE sql STABLE AS $$
  SELECT array_to_tsvector(
    ARRAY(SELECT '#' || substr(words_of_case.reference, n) FROM generate_series(1, 6) n)
    || string_to_array(trim(left(coalesce(string_agg(folded, ' ' ORDER BY created_at DESC), ''), 250000)), ' '))
  FROM (
    SELECT folded, created_at FROM enquiries WHERE case_id = of_case AND folded <> ''
    UNION ALL SELECT folded, created_at FROM bookings WHERE case_id = of_case AND folded <> ''
  ) sent
$$;

CREATE FUNCTION begin_case_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_words VALUES (NEW.id, NEW.last_contact_at, NEW.quarantined_at, NEW.waits_from, NEW.settled,
    words_of_case(NEW.id, NEW.reference));
  RETURN NULL;
END $$;

CREATE FUNCTION move_case_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE case_words SET last_contact_at = NEW.last_contact_at, quarantined_at = NEW.quarantined_at,
    waits_from = NEW.waits_from, settled = NEW.settled
  WHERE case_id = NEW.id;
  RETURN NULL;
END $$;

-- The case is locked first, so that of two writers the second reads what the first wrote; one that is being deleted is
-- left alone.
CREATE FUNCTION write_case_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_case uuid := coalesce(NEW.case_id, OLD.case_id);
  its_reference text;
BEGIN
  SELECT reference INTO its_reference FROM cases WHERE id = of_case FOR NO KEY UPDATE;
  IF FOUND THEN
    UPDATE case_words SET words = words_of_case(of_case, its_reference) WHERE case_id = of_case;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER begin_case_words AFTER INSERT ON cases
  FOR EACH ROW EXECUTE FUNCTION begin_case_words();
CREATE TRIGGER move_case_words AFTER UPDATE OF last_contact_at, quarantined_at, waits_from, settled ON cases
  FOR EACH ROW WHEN ((OLD.last_contact_at, OLD.quarantined_at, OLD.waits_from, OLD.settled)
    IS DISTINCT FROM (NEW.last_contact_at, NEW.quarantined_at, NEW.waits_from, NEW.settled))
  EXECUTE FUNCTION move_case_words();
CREATE TRIGGER write_case_words AFTER INSERT OR DELETE OR UPDATE OF folded ON enquiries
  FOR EACH ROW EXECUTE FUNCTION write_case_words();
CREATE TRIGGER write_case_words AFTER INSERT OR DELETE OR UPDATE OF folded ON bookings
  FOR EACH ROW EXECUTE FUNCTION write_case_words();

INSERT INTO case_words
  SELECT id, last_contact_at, quarantined_at, waits_from, settled, words_of_case(id, reference)
  FROM cases ORDER BY last_contact_at;

CREATE INDEX case_words_words ON case_words USING gin (words);

-- What was looked in before. `folded` stays: it is what the words are made of.
ALTER TABLE enquiries DROP COLUMN found_by;
ALTER TABLE bookings DROP COLUMN found_by;
ALTER TABLE cases DROP COLUMN reference_ends;
