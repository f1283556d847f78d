CREATE TABLE parts (
    sku   text PRIMARY KEY,
    title text NOT NULL,
    price integer NOT NULL CHECK (price >= 0)
);

CREATE TABLE IF NOT EXISTS orders (
    id     bigserial PRIMARY KEY,
    sku    text NOT NULL REFERENCES parts (sku),
    amount integer NOT NULL
);

CREATE TABLE bins (
    code text PRIMARY KEY,
    sku  text REFERENCES parts (sku)
);

-- CREATE TABLE suppliers (id bigserial PRIMARY KEY, name text NOT NULL);
