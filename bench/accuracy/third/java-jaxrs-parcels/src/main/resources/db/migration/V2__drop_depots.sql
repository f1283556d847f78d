drop table if exists depots;

comment on table parcels is 'create table couriers (id integer) comes with the next release';
