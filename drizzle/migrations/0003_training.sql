CREATE TABLE "training_demand" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"run" uuid NOT NULL,
	"settlement" text NOT NULL,
	"occupation" text NOT NULL,
	"households" integer NOT NULL,
	"tier_a" integer NOT NULL,
	"tier_b" integer NOT NULL,
	"tier_c" integer NOT NULL,
	"placed" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_demand_person" (
	"demand" uuid NOT NULL,
	"person" uuid NOT NULL,
	"household" uuid NOT NULL,
	"vacancy" uuid NOT NULL,
	CONSTRAINT "training_demand_person_demand_person_pk" PRIMARY KEY("demand","person")
);
--> statement-breakpoint
CREATE TABLE "training_study" (
	"run" uuid PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"requested_by" uuid,
	"failure" text,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "course" ADD COLUMN "certificates" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "course_class" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "provider" ADD COLUMN "licence_valid_until" date;--> statement-breakpoint
ALTER TABLE "provider" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "provider" ADD COLUMN "suspended_reason" text;--> statement-breakpoint
ALTER TABLE "provider" ADD COLUMN "recheck_on" date;--> statement-breakpoint
ALTER TABLE "voucher" ADD COLUMN "facts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "training_demand" ADD CONSTRAINT "training_demand_run_training_study_run_fk" FOREIGN KEY ("run") REFERENCES "public"."training_study"("run") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_demand_person" ADD CONSTRAINT "training_demand_person_demand_training_demand_id_fk" FOREIGN KEY ("demand") REFERENCES "public"."training_demand"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_demand_person" ADD CONSTRAINT "training_demand_person_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_demand_person" ADD CONSTRAINT "training_demand_person_household_household_id_fk" FOREIGN KEY ("household") REFERENCES "public"."household"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_demand_person" ADD CONSTRAINT "training_demand_person_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_study" ADD CONSTRAINT "training_study_run_matching_run_id_fk" FOREIGN KEY ("run") REFERENCES "public"."matching_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_study" ADD CONSTRAINT "training_study_requested_by_account_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "training_demand_once" ON "training_demand" USING btree ("run","settlement","occupation");--> statement-breakpoint
CREATE INDEX "training_demand_person_vacancy" ON "training_demand_person" USING btree ("vacancy");