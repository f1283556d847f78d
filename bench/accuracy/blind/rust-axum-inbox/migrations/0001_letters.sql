CREATE TABLE letters (
    id TEXT PRIMARY KEY NOT NULL,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'new',
    assignee TEXT,
    answered_at TEXT
);
CREATE TABLE drafts (id TEXT PRIMARY KEY, letter_id TEXT REFERENCES letters (id));
