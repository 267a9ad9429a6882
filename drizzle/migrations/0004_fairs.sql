CREATE TABLE "fair_match" (
	"invitation" uuid NOT NULL,
	"vacancy" uuid NOT NULL,
	"rank" integer NOT NULL,
	"score" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"explanation" text NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "fair_match_invitation_vacancy_pk" PRIMARY KEY("invitation","vacancy")
);
--> statement-breakpoint
CREATE TABLE "fair_proposal" (
	"fair" uuid PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"requested_by" uuid,
	"per_place" integer NOT NULL,
	"policy" jsonb NOT NULL,
	"stage" text,
	"progress" integer DEFAULT 0 NOT NULL,
	"bound" jsonb,
	"input_digest" text,
	"failure" text,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fair_talk" (
	"invitation" uuid NOT NULL,
	"vacancy" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"application" uuid,
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fair_talk_invitation_vacancy_pk" PRIMARY KEY("invitation","vacancy")
);
--> statement-breakpoint
ALTER TABLE "fair" DROP CONSTRAINT "fair_settlement_settlement_code_fk";
--> statement-breakpoint
ALTER TABLE "fair_invitation" DROP CONSTRAINT "fair_invitation_vacancy_vacancy_id_fk";
--> statement-breakpoint
DROP INDEX "fair_region";--> statement-breakpoint
ALTER TABLE "fair" ADD COLUMN "day" date NOT NULL;--> statement-breakpoint
ALTER TABLE "fair" ADD COLUMN "day_start" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "fair" ADD COLUMN "day_end" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "fair" ADD COLUMN "door_key" text NOT NULL;--> statement-breakpoint
ALTER TABLE "fair" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "fair_invitation" ADD COLUMN "round" integer;--> statement-breakpoint
ALTER TABLE "fair_invitation" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "fair_invitation" ADD COLUMN "sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "fair_invitation" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "fair_invitation" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "fair_invitation" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "fair_invitation" ADD COLUMN "came_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "fair_invitation" ADD COLUMN "door_method" text;--> statement-breakpoint
ALTER TABLE "fair_post" ADD COLUMN "suitable" integer;--> statement-breakpoint
ALTER TABLE "fair_stall" ADD COLUMN "suitable" integer;--> statement-breakpoint
ALTER TABLE "fair_match" ADD CONSTRAINT "fair_match_invitation_fair_invitation_id_fk" FOREIGN KEY ("invitation") REFERENCES "public"."fair_invitation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_match" ADD CONSTRAINT "fair_match_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_proposal" ADD CONSTRAINT "fair_proposal_fair_fair_id_fk" FOREIGN KEY ("fair") REFERENCES "public"."fair"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_proposal" ADD CONSTRAINT "fair_proposal_requested_by_account_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_talk" ADD CONSTRAINT "fair_talk_invitation_fair_invitation_id_fk" FOREIGN KEY ("invitation") REFERENCES "public"."fair_invitation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_talk" ADD CONSTRAINT "fair_talk_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_talk" ADD CONSTRAINT "fair_talk_application_application_id_fk" FOREIGN KEY ("application") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_talk" ADD CONSTRAINT "fair_talk_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair" ADD CONSTRAINT "fair_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "fair_invitation_number" ON "fair_invitation" USING btree ("fair","number");--> statement-breakpoint
CREATE UNIQUE INDEX "fair_stall_number" ON "fair_stall" USING btree ("fair","number");--> statement-breakpoint
CREATE INDEX "fair_stall_employer" ON "fair_stall" USING btree ("employer");--> statement-breakpoint
CREATE INDEX "fair_region" ON "fair" USING btree ("region","day");--> statement-breakpoint
ALTER TABLE "fair" DROP COLUMN "settlement";--> statement-breakpoint
ALTER TABLE "fair" DROP COLUMN "starts_at";--> statement-breakpoint
ALTER TABLE "fair" DROP COLUMN "ends_at";--> statement-breakpoint
ALTER TABLE "fair_invitation" DROP COLUMN "vacancy";--> statement-breakpoint
ALTER TABLE "fair_invitation" DROP COLUMN "step";--> statement-breakpoint
ALTER TABLE "fair_invitation" DROP COLUMN "dropout";--> statement-breakpoint
ALTER TABLE "fair_invitation" DROP COLUMN "explanation";--> statement-breakpoint
ALTER TABLE "fair" ADD CONSTRAINT "fair_hours" CHECK (day_start < day_end);--> statement-breakpoint
ALTER TABLE "fair_post" ADD CONSTRAINT "fair_post_places" CHECK (places > 0);