-- +goose Up
CREATE TABLE sailings (
    id     text PRIMARY KEY,
    origin text NOT NULL,
    leaves timestamptz NOT NULL
);

CREATE TABLE tickets (
    id         bigserial PRIMARY KEY,
    sailing_id text NOT NULL REFERENCES sailings (id),
    lanes      int NOT NULL
);

CREATE TABLE vouchers (code text PRIMARY KEY);

-- +goose Down
DROP TABLE vouchers;
DROP TABLE tickets;
DROP TABLE sailings;
