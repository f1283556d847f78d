ALTER TABLE drafts RENAME TO replies;
CREATE INDEX replies_by_letter ON replies (letter_id);
