CREATE TABLE IF NOT EXISTS links (
    code      TEXT PRIMARY KEY,
    target    TEXT NOT NULL,
    last_used TIMESTAMPTZ
);
