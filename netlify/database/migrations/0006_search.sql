-- What people send is found again by staff, however it was typed. `folded` holds the words of a row as search
-- compares them (src/domain/search), written with the row; `found_by` indexes them. Telephones are kept as written and
-- in the one way that tells whether two are the same: "+441632960001;ext=12" (RFC 3966). Rows from before are folded
-- by the service, since SQL cannot read a telephone: see netlify/lib/search/fill-search.ts.
ALTER TABLE enquiries
  ADD COLUMN phone_number text CHECK (phone_number ~ '^\+[1-9][0-9]{3,14}(;ext=[0-9]{1,15})?$'),
  ADD COLUMN folded text,
  ADD COLUMN found_by tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(folded, ' '))) STORED;

-- A number as written holds its extension in words.
ALTER TABLE bookings
  DROP CONSTRAINT bookings_phone_check,
  ADD CONSTRAINT bookings_phone_check CHECK (length(phone) BETWEEN 3 AND 60),
  ADD COLUMN phone_number text CHECK (phone_number ~ '^\+[1-9][0-9]{3,14}(;ext=[0-9]{1,15})?$'),
  ADD COLUMN folded text,
  ADD COLUMN found_by tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(folded, ' '))) STORED;

CREATE INDEX enquiries_found_by ON enquiries USING gin (found_by);
CREATE INDEX bookings_found_by ON bookings USING gin (found_by);
CREATE INDEX enquiries_phone_number ON enquiries (phone_number) WHERE phone_number IS NOT NULL;
CREATE INDEX bookings_phone_number ON bookings (phone_number) WHERE phone_number IS NOT NULL;
CREATE INDEX enquiries_to_fold ON enquiries (id) WHERE folded IS NULL;
CREATE INDEX bookings_to_fold ON bookings (id) WHERE folded IS NULL;

-- A reference is found by any part of it: each of its ends, to be looked for by how it begins.
ALTER TABLE cases ADD COLUMN reference_ends tsvector GENERATED ALWAYS AS (array_to_tsvector(ARRAY[
  reference, substr(reference, 2), substr(reference, 3), substr(reference, 4), substr(reference, 5), substr(reference, 6)
])) STORED;
CREATE INDEX cases_reference_ends ON cases USING gin (reference_ends);
