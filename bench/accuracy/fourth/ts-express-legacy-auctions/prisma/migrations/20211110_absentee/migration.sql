-- absentee bids became ordinary bids with a flag
ALTER TABLE "Bid" ADD COLUMN "absentee" BOOLEAN NOT NULL DEFAULT false;
DROP TABLE "Absentee";
