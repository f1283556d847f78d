alter table weighbridge.calibrations rename to bridge_checks;

create table hauliers (
    plate text primary key,
    firm  text not null
);
