create table if not exists tickets (
    id       text primary key,
    plate    text not null,
    material text not null,
    gross    integer not null,
    tare     integer not null,
    at       timestamptz not null
);

create table weighbridge.calibrations (
    id   serial primary key,
    seal text not null
);
