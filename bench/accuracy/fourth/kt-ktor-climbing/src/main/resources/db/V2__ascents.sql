CREATE TABLE IF NOT EXISTS ascents (
    id         INTEGER PRIMARY KEY,
    boulder_id INTEGER NOT NULL REFERENCES boulders (id),
    climber    VARCHAR(60) NOT NULL
);

-- CREATE TABLE belay_checks (id INTEGER PRIMARY KEY);
DROP TABLE shoe_rentals;
