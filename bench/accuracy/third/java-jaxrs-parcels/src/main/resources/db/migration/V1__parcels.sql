create table parcels (
    code  varchar(20) primary key,
    grams integer not null
);

create table depots (
    id   integer primary key,
    city varchar(80) not null
);
