-- The numbers count calls by when they are for, those that were cancelled among them.
CREATE INDEX bookings_counted ON bookings (starts_at) INCLUDE (kind, cancelled_at) WHERE quarantined_at IS NULL;
