CREATE TABLE products (
    sku   VARCHAR(32) PRIMARY KEY,
    name  VARCHAR(200) NOT NULL,
    cents BIGINT NOT NULL
);
