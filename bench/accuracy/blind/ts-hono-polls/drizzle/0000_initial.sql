CREATE TABLE "polls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL UNIQUE,
	"question" text NOT NULL,
	"closes_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "poll_options" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"poll_id" uuid NOT NULL REFERENCES "polls"("id") ON DELETE cascade,
	"label" text NOT NULL,
	"rank" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "votes" (
	"poll_id" uuid NOT NULL REFERENCES "polls"("id") ON DELETE cascade,
	"voter_id" text NOT NULL,
	"option_id" uuid NOT NULL REFERENCES "poll_options"("id"),
	PRIMARY KEY ("poll_id", "voter_id")
);
--> statement-breakpoint
CREATE TABLE "voter_tiers" (
	"voter_id" text PRIMARY KEY,
	"tier" smallint NOT NULL
);
