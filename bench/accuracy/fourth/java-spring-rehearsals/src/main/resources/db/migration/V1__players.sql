CREATE TABLE players (
    id      BIGINT PRIMARY KEY,
    name    VARCHAR(80) NOT NULL,
    section VARCHAR(20) NOT NULL
);

CREATE TABLE rehearsals (
    id        BIGINT PRIMARY KEY,
    starts_at TIMESTAMP NOT NULL,
    hall      VARCHAR(40)
);

CREATE TABLE car_pools (id BIGINT PRIMARY KEY);
