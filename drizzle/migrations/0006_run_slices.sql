CREATE TABLE "run_question" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"run" uuid NOT NULL,
	"round" integer NOT NULL,
	"slice" integer NOT NULL,
	"question" "bytea" NOT NULL,
	"answer" "bytea"
);
--> statement-breakpoint
CREATE TABLE "run_slice" (
	"run" uuid NOT NULL,
	"slice" integer NOT NULL,
	"input" "bytea" NOT NULL,
	CONSTRAINT "run_slice_run_slice_pk" PRIMARY KEY("run","slice")
);
--> statement-breakpoint
ALTER TABLE "run_question" ADD CONSTRAINT "run_question_run_matching_run_id_fk" FOREIGN KEY ("run") REFERENCES "public"."matching_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_slice" ADD CONSTRAINT "run_slice_run_matching_run_id_fk" FOREIGN KEY ("run") REFERENCES "public"."matching_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "run_question_once" ON "run_question" USING btree ("run","round","slice");