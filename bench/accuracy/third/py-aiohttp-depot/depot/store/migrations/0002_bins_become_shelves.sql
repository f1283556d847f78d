DROP TABLE bins;

CREATE TABLE public.shelves (
    code  text PRIMARY KEY,
    aisle smallint NOT NULL
);

CREATE INDEX parts_title ON parts (lower(title));
