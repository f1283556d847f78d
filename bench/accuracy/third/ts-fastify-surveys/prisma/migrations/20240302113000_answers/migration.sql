-- Renamed by hand so that no reply is lost.
ALTER TABLE "replies" RENAME TO "answers";
