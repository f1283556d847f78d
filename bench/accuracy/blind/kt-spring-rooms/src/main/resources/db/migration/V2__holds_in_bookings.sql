ALTER TABLE bookings ADD COLUMN hold_token text;
DROP TABLE IF EXISTS public.booking_holds;
CREATE VIEW room_usage AS SELECT room_id, count(*) AS bookings FROM bookings GROUP BY room_id;
