-- +goose Up
ALTER TABLE vouchers RENAME TO coupons;

-- +goose Down
ALTER TABLE coupons RENAME TO vouchers;
