-- `uid` is what the enquirer's calendar knows a call by: it changes when the call is handed to another
-- address, so that cancelling it at the old one takes nothing away at the new one. Staff calendars and the
-- feed know the call by `staff_uid`, which never changes; NULL on calls booked before, whose `uid` it is.
ALTER TABLE bookings ADD COLUMN staff_uid text UNIQUE;

-- The feed keeps cancelled calls for a while.
CREATE INDEX bookings_cancelled ON bookings (cancelled_at) WHERE cancelled_at IS NOT NULL;

-- Invitations that wait were written by the rules before these, and go as they were written: judged by
-- new rules they would be given up.
UPDATE messages SET invite = NULL WHERE invite IS NOT NULL;
