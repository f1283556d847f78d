CREATE TABLE "Auction" (
  "id" SERIAL PRIMARY KEY,
  "title" TEXT NOT NULL,
  "closesAt" TIMESTAMP NOT NULL
);

CREATE TABLE "Lot" (
  "id" SERIAL PRIMARY KEY,
  "auctionId" INTEGER NOT NULL REFERENCES "Auction"("id"),
  "title" TEXT NOT NULL,
  "reserve" INTEGER
);

CREATE TABLE "Bid" (
  "id" SERIAL PRIMARY KEY,
  "lotId" INTEGER NOT NULL REFERENCES "Lot"("id"),
  "paddle" INTEGER NOT NULL,
  "amount" INTEGER NOT NULL
);

CREATE TABLE "Absentee" (
  "id" SERIAL PRIMARY KEY,
  "lotId" INTEGER NOT NULL
);
