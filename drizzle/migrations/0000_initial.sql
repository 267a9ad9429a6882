CREATE TABLE "account" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"region" text NOT NULL,
	"person" uuid,
	"employer" uuid,
	"disabled" boolean DEFAULT false NOT NULL,
	"failed_logins" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_login_unique" UNIQUE("login")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"family" uuid NOT NULL,
	"account" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"spent_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"actor" uuid,
	"actor_role" text,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text,
	"region" text,
	"reason" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"hash" text
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"account" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer NOT NULL,
	"body" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_account_key_pk" PRIMARY KEY("account","key")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"consumer" text NOT NULL,
	"message" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_consumer_message_pk" PRIMARY KEY("consumer","message")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"job" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"relayed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "household" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"type" text NOT NULL,
	"monitoring" text,
	"settlement" text NOT NULL,
	"grid" text,
	"building" text,
	"door" text,
	"origin" text,
	"two_homes" boolean DEFAULT false NOT NULL,
	"all_away" boolean DEFAULT false NOT NULL,
	"max_away" integer,
	"responsible" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "household_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"household" uuid NOT NULL,
	"relation" text NOT NULL,
	"birth_date" date,
	"sex" text DEFAULT '0' NOT NULL,
	"ethnicity" text,
	"education" text DEFAULT '90' NOT NULL,
	"literate" boolean DEFAULT true NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"capacity" text NOT NULL,
	"capacity_assessor" text,
	"capacity_date" date,
	"health_limits" text[] DEFAULT '{}' NOT NULL,
	"disability" text,
	"care_kind" text,
	"care_free_from" integer,
	"care_free_until" integer,
	"hardship" text,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"certificates" text[] DEFAULT '{}' NOT NULL,
	"employment" text NOT NULL,
	"unemployment_reason" text,
	"willing" boolean DEFAULT true NOT NULL,
	"wish_training" boolean DEFAULT false NOT NULL,
	"wish_occupations" text[] DEFAULT '{}' NOT NULL,
	"wish_min_pay" integer,
	"wish_max_minutes" integer,
	"wish_away" text DEFAULT 'county' NOT NULL,
	"wish_lodging" boolean DEFAULT false NOT NULL,
	"wish_part_time" boolean DEFAULT false NOT NULL,
	"wish_companions" uuid[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_care_window" CHECK ((care_kind is null) or (care_free_from < care_free_until))
);
--> statement-breakpoint
CREATE TABLE "person_identity" (
	"person" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"id_number_sealed" text,
	"id_number_index" text,
	"id_number_masked" text,
	"erased_at" timestamp with time zone,
	CONSTRAINT "person_identity_idNumberIndex_unique" UNIQUE("id_number_index")
);
--> statement-breakpoint
CREATE TABLE "refusal" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person" uuid NOT NULL,
	"vacancy" uuid NOT NULL,
	"reason" text NOT NULL,
	"justified" boolean NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_batch" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"file_size" integer NOT NULL,
	"status" text NOT NULL,
	"region" text NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"rows_total" integer,
	"counts" jsonb,
	"failure" text,
	"committed_at" timestamp with time zone,
	"undo_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"batch" uuid NOT NULL,
	"row" integer NOT NULL,
	"state" text NOT NULL,
	"record" jsonb,
	"problems" jsonb NOT NULL,
	"before" jsonb
);
--> statement-breakpoint
CREATE TABLE "policy" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"key" text NOT NULL,
	"region" text NOT NULL,
	"value" double precision NOT NULL,
	"unit" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"document_number" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "building" (
	"code" text PRIMARY KEY NOT NULL,
	"settlement" text NOT NULL,
	"grid" text NOT NULL,
	"name" text NOT NULL,
	"units" integer NOT NULL,
	"floors" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "region" (
	"code" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"parent" text,
	"path" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settlement" (
	"code" text PRIMARY KEY NOT NULL,
	"county" text NOT NULL,
	"street" text NOT NULL,
	"lat" real NOT NULL,
	"lng" real NOT NULL,
	"households" integer DEFAULT 0 NOT NULL,
	"people" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "travel" (
	"from" text NOT NULL,
	"to" text NOT NULL,
	"minutes" integer NOT NULL,
	CONSTRAINT "travel_from_to_pk" PRIMARY KEY("from","to")
);
--> statement-breakpoint
CREATE TABLE "matching_run" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region" text NOT NULL,
	"status" text NOT NULL,
	"current" boolean DEFAULT false NOT NULL,
	"requested_by" uuid,
	"today" date NOT NULL,
	"stage" text,
	"progress" integer DEFAULT 0 NOT NULL,
	"totals" jsonb,
	"certificate" jsonb,
	"input_digest" text,
	"policy_rows" jsonb,
	"failure" text,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"run" uuid NOT NULL,
	"household" uuid NOT NULL,
	"person" uuid NOT NULL,
	"vacancy" uuid NOT NULL,
	"score" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"explanation" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_household" (
	"run" uuid NOT NULL,
	"household" uuid NOT NULL,
	"tier" text NOT NULL,
	"settlement" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"facts" jsonb,
	"explanation" text NOT NULL,
	CONSTRAINT "run_household_run_household_pk" PRIMARY KEY("run","household")
);
--> statement-breakpoint
CREATE TABLE "vacancy_search" (
	"vacancy" uuid PRIMARY KEY NOT NULL,
	"terms" text[] NOT NULL,
	"document" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "employer" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"uscc" text,
	"kind" text NOT NULL,
	"industry" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"region" text NOT NULL,
	"settlement" text,
	"address" text,
	"contact" text,
	"phone" text,
	"stability" integer DEFAULT 50 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "employer_uscc_unique" UNIQUE("uscc")
);
--> statement-breakpoint
CREATE TABLE "spell" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person" uuid NOT NULL,
	"vacancy" uuid,
	"employer_name" text,
	"occupation" text,
	"channel" text NOT NULL,
	"region" text NOT NULL,
	"place" text,
	"started_on" date NOT NULL,
	"ended_on" date,
	"monthly_pay" integer,
	"contract" boolean DEFAULT false NOT NULL,
	"insurance" boolean DEFAULT false NOT NULL,
	"evidence" jsonb,
	"verified_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "spell_dates" CHECK (ended_on is null or ended_on >= started_on)
);
--> statement-breakpoint
CREATE TABLE "vacancy" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"employer" uuid NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"form" text NOT NULL,
	"occupation" text NOT NULL,
	"content" text NOT NULL,
	"headcount" integer NOT NULL,
	"filled" integer DEFAULT 0 NOT NULL,
	"status" text NOT NULL,
	"region" text NOT NULL,
	"region_code" text,
	"settlement" text,
	"address" text,
	"lat" real,
	"lng" real,
	"min_age" integer,
	"max_age" integer,
	"age_reason" text,
	"min_education" text,
	"needs_literacy" boolean DEFAULT false NOT NULL,
	"needs_putonghua" boolean DEFAULT false NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"certificates" text[] DEFAULT '{}' NOT NULL,
	"demands" text[] DEFAULT '{}' NOT NULL,
	"accepts_weak" boolean DEFAULT false NOT NULL,
	"pay_basis" text NOT NULL,
	"pay_min" integer NOT NULL,
	"pay_max" integer NOT NULL,
	"monthly_min" integer NOT NULL,
	"monthly_max" integer NOT NULL,
	"pay_note" text,
	"pay_day" text,
	"hours_per_day" real NOT NULL,
	"shift_start" integer,
	"shift_end" integer,
	"flexible" boolean DEFAULT false NOT NULL,
	"child_welcome" boolean DEFAULT false NOT NULL,
	"lodging" boolean DEFAULT false NOT NULL,
	"meals" boolean DEFAULT false NOT NULL,
	"insurance" boolean DEFAULT false NOT NULL,
	"contact" text,
	"phone" text,
	"valid_until" date,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"ledger_key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vacancy_places" CHECK (filled >= 0 and filled <= headcount),
	CONSTRAINT "vacancy_pay" CHECK (pay_min <= pay_max and monthly_min <= monthly_max)
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_region_region_code_fk" FOREIGN KEY ("region") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_employer_employer_id_fk" FOREIGN KEY ("employer") REFERENCES "public"."employer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_settlement_settlement_code_fk" FOREIGN KEY ("settlement") REFERENCES "public"."settlement"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_grid_region_code_fk" FOREIGN KEY ("grid") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_building_building_code_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_household_household_id_fk" FOREIGN KEY ("household") REFERENCES "public"."household"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_identity" ADD CONSTRAINT "person_identity_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_uploaded_by_account_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_import_batch_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."import_batch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building" ADD CONSTRAINT "building_settlement_settlement_code_fk" FOREIGN KEY ("settlement") REFERENCES "public"."settlement"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building" ADD CONSTRAINT "building_grid_region_code_fk" FOREIGN KEY ("grid") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement" ADD CONSTRAINT "settlement_code_region_code_fk" FOREIGN KEY ("code") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matching_run" ADD CONSTRAINT "matching_run_requested_by_account_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_run_matching_run_id_fk" FOREIGN KEY ("run") REFERENCES "public"."matching_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_household_household_id_fk" FOREIGN KEY ("household") REFERENCES "public"."household"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_household" ADD CONSTRAINT "run_household_run_matching_run_id_fk" FOREIGN KEY ("run") REFERENCES "public"."matching_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_household" ADD CONSTRAINT "run_household_household_household_id_fk" FOREIGN KEY ("household") REFERENCES "public"."household"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy_search" ADD CONSTRAINT "vacancy_search_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer" ADD CONSTRAINT "employer_settlement_settlement_code_fk" FOREIGN KEY ("settlement") REFERENCES "public"."settlement"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spell" ADD CONSTRAINT "spell_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spell" ADD CONSTRAINT "spell_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy" ADD CONSTRAINT "vacancy_employer_employer_id_fk" FOREIGN KEY ("employer") REFERENCES "public"."employer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy" ADD CONSTRAINT "vacancy_settlement_settlement_code_fk" FOREIGN KEY ("settlement") REFERENCES "public"."settlement"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_family" ON "session" USING btree ("family");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "audit_created" ON "audit" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("id") WHERE relayed_at is null;--> statement-breakpoint
CREATE INDEX "household_settlement" ON "household" USING btree ("settlement");--> statement-breakpoint
CREATE INDEX "household_grid" ON "household" USING btree ("grid");--> statement-breakpoint
CREATE INDEX "person_household" ON "person" USING btree ("household");--> statement-breakpoint
CREATE INDEX "person_seeking" ON "person" USING btree ("household") WHERE willing and employment <> 'employed';--> statement-breakpoint
CREATE INDEX "person_identity_name" ON "person_identity" USING btree ("name");--> statement-breakpoint
CREATE INDEX "refusal_person" ON "refusal" USING btree ("person");--> statement-breakpoint
CREATE INDEX "import_batch_region" ON "import_batch" USING btree ("region","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "import_row_once" ON "import_row" USING btree ("batch","row");--> statement-breakpoint
CREATE INDEX "import_row_state" ON "import_row" USING btree ("batch","state");--> statement-breakpoint
CREATE INDEX "policy_key" ON "policy" USING btree ("key","region");--> statement-breakpoint
CREATE INDEX "region_path" ON "region" USING btree ("path" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "region_parent" ON "region" USING btree ("parent");--> statement-breakpoint
CREATE INDEX "matching_run_region" ON "matching_run" USING btree ("region","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "matching_run_current" ON "matching_run" USING btree ("region") WHERE current;--> statement-breakpoint
CREATE UNIQUE INDEX "matching_run_active" ON "matching_run" USING btree ("region") WHERE status in ('queued', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_once" ON "proposal" USING btree ("run","person");--> statement-breakpoint
CREATE INDEX "proposal_household" ON "proposal" USING btree ("run","household");--> statement-breakpoint
CREATE INDEX "proposal_vacancy" ON "proposal" USING btree ("run","vacancy");--> statement-breakpoint
CREATE INDEX "run_household_outcome" ON "run_household" USING btree ("run","outcome","settlement");--> statement-breakpoint
CREATE INDEX "vacancy_search_terms" ON "vacancy_search" USING gin ("terms");--> statement-breakpoint
CREATE INDEX "employer_region" ON "employer" USING btree ("region");--> statement-breakpoint
CREATE INDEX "employer_name" ON "employer" USING btree ("name");--> statement-breakpoint
CREATE INDEX "spell_person" ON "spell" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "spell_once" ON "spell" USING btree ("person","started_on","channel");--> statement-breakpoint
CREATE INDEX "vacancy_employer" ON "vacancy" USING btree ("employer");--> statement-breakpoint
CREATE INDEX "vacancy_open" ON "vacancy" USING btree ("settlement") WHERE status = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "vacancy_ledger_key" ON "vacancy" USING btree ("ledger_key");