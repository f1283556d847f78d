CREATE TABLE IF NOT EXISTS bookings (
    id        uuid PRIMARY KEY,
    room_id   uuid        NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    state     varchar(16) NOT NULL
);

CREATE TABLE public.booking_holds (
    token      text PRIMARY KEY,
    booking_id uuid REFERENCES bookings (id)
);
