CREATE TABLE sectors (
    id   INTEGER PRIMARY KEY,
    name VARCHAR(40) NOT NULL
);

CREATE TABLE boulders (
    id        INTEGER PRIMARY KEY,
    sector_id INTEGER NOT NULL REFERENCES sectors (id),
    grade     VARCHAR(4) NOT NULL
);

CREATE TABLE shoe_rentals (id INTEGER PRIMARY KEY);
