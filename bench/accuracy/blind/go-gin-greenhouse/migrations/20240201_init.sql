create table beds (
  id integer primary key,
  name text not null unique,
  crop text not null default ''
);

create table sensor_readings (
  id integer primary key,
  bed_id integer not null references beds (id),
  kind integer not null,
  value real not null,
  at timestamp not null
);

-- create table vents (id integer primary key, bed_id integer not null);
