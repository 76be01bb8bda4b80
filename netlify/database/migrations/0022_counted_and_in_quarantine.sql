-- The numbers count calls by when they are for, those that were cancelled among them.
CREATE INDEX bookings_counted ON bookings (starts_at) INCLUDE (kind, cancelled_at) WHERE quarantined_at IS NULL;

-- Today lists what is in quarantine, which is little of all there is.
CREATE INDEX cases_in_quarantine ON cases (quarantined_at) WHERE quarantined_at IS NOT NULL;
CREATE INDEX bookings_in_quarantine ON bookings (quarantined_at) WHERE quarantined_at IS NOT NULL;
