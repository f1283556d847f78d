-- Tiers come from the membership service now.
DROP TABLE "voter_tiers";
