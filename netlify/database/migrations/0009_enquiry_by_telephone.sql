-- An enquiry may give a telephone number in place of an email address: one of the two is enough.
ALTER TABLE enquiries
  ALTER COLUMN email DROP NOT NULL,
  ADD CONSTRAINT enquiries_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL);
