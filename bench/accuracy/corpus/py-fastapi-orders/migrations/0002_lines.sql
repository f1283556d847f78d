CREATE TABLE order_lines (
  id BIGSERIAL PRIMARY KEY,
  order_id BIGINT NOT NULL REFERENCES orders (id),
  sku VARCHAR(32) NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price NUMERIC(10, 2) NOT NULL
);

-- CREATE TABLE shipments (id BIGSERIAL PRIMARY KEY, order_id BIGINT REFERENCES orders (id));
DROP TABLE coupons;
