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
CREATE TABLE "application" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person" uuid NOT NULL,
	"vacancy" uuid NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"opinion" text,
	"reason" text,
	"contact_shared" boolean DEFAULT false NOT NULL,
	"answer_by" date,
	"answered_at" timestamp with time zone,
	"appointment" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_event" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application" uuid NOT NULL,
	"from" text,
	"to" text NOT NULL,
	"actor" uuid,
	"reason" text,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assisted_action" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person" uuid NOT NULL,
	"actor" uuid NOT NULL,
	"authority" text NOT NULL,
	"action" text NOT NULL,
	"subject_id" text,
	"told_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"objected_at" timestamp with time zone,
	"objection" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person" uuid NOT NULL,
	"kind" text NOT NULL,
	"employer" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "data_access" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person" uuid NOT NULL,
	"actor" uuid,
	"what" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "employer_check" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"employer" uuid NOT NULL,
	"kind" text NOT NULL,
	"verdict" text NOT NULL,
	"facts" jsonb NOT NULL,
	"note" text,
	"decided_by" uuid,
	"decided_on" date NOT NULL,
	"recheck_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "piece_day" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"order" uuid NOT NULL,
	"person" uuid NOT NULL,
	"day" date NOT NULL,
	"pieces" integer NOT NULL,
	"pay_fen" integer NOT NULL,
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_search" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account" uuid NOT NULL,
	"name" text NOT NULL,
	"query" jsonb NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"region" text NOT NULL,
	"person" uuid,
	"subject_id" text,
	"text" text NOT NULL,
	"due_on" date,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"result" text,
	"dedupe" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "task_dedupe_unique" UNIQUE("dedupe")
);
--> statement-breakpoint
CREATE TABLE "vacancy_event" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"vacancy" uuid NOT NULL,
	"action" text NOT NULL,
	"actor" uuid,
	"changes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"note" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_order" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"employer" uuid NOT NULL,
	"vacancy" uuid,
	"product" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit" text NOT NULL,
	"rate_fen" integer NOT NULL,
	"pieces_per_day" integer NOT NULL,
	"workers" integer NOT NULL,
	"starts_on" date NOT NULL,
	"due_on" date NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
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
CREATE TABLE "fair" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"title" text NOT NULL,
	"region" text NOT NULL,
	"settlement" text,
	"place" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"status" text NOT NULL,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fair_invitation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"fair" uuid NOT NULL,
	"person" uuid NOT NULL,
	"vacancy" uuid,
	"step" text NOT NULL,
	"dropout" text,
	"explanation" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fair_post" (
	"stall" uuid NOT NULL,
	"vacancy" uuid NOT NULL,
	"places" integer NOT NULL,
	CONSTRAINT "fair_post_stall_vacancy_pk" PRIMARY KEY("stall","vacancy")
);
--> statement-breakpoint
CREATE TABLE "fair_stall" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"fair" uuid NOT NULL,
	"employer" uuid NOT NULL,
	"number" integer NOT NULL
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
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person" uuid,
	"account" uuid,
	"template" text NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"channel" text NOT NULL,
	"status" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"sent_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"dedupe" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_dedupe_unique" UNIQUE("dedupe")
);
--> statement-breakpoint
CREATE TABLE "notice_preference" (
	"person" uuid NOT NULL,
	"channel" text NOT NULL,
	"opted_out" boolean DEFAULT false NOT NULL,
	CONSTRAINT "notice_preference_person_channel_pk" PRIMARY KEY("person","channel")
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
CREATE TABLE "occupation_word" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"occupation" text NOT NULL,
	"word" text NOT NULL,
	"kind" text NOT NULL,
	"since" integer NOT NULL,
	"until" integer
);
--> statement-breakpoint
CREATE TABLE "taxonomy_version" (
	"number" integer PRIMARY KEY NOT NULL,
	"note" text NOT NULL,
	"author" uuid,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"enrolment" uuid NOT NULL,
	"day" date NOT NULL,
	"method" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attendance_enrolment_day_pk" PRIMARY KEY("enrolment","day")
);
--> statement-breakpoint
CREATE TABLE "awarded_certificate" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person" uuid NOT NULL,
	"occupation" text NOT NULL,
	"level" text NOT NULL,
	"number" text NOT NULL,
	"awarded_on" date NOT NULL,
	"enrolment" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "awarded_certificate_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "class_commitment" (
	"class" uuid NOT NULL,
	"vacancy" uuid NOT NULL,
	"places" integer NOT NULL,
	CONSTRAINT "class_commitment_class_vacancy_pk" PRIMARY KEY("class","vacancy")
);
--> statement-breakpoint
CREATE TABLE "course" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"provider" uuid NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"occupation" text NOT NULL,
	"level" text NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"content" text NOT NULL,
	"hours" integer NOT NULL,
	"literacy_needed" boolean DEFAULT false NOT NULL,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "course_class" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"course" uuid NOT NULL,
	"number" text NOT NULL,
	"status" text NOT NULL,
	"seats" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"day_start" integer NOT NULL,
	"day_end" integer NOT NULL,
	"place" text NOT NULL,
	"settlement" text,
	"childcare" boolean DEFAULT false NOT NULL,
	"allowance" integer DEFAULT 0 NOT NULL,
	"attendance_key" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "course_class_number_unique" UNIQUE("number"),
	CONSTRAINT "course_class_seats" CHECK (taken >= 0 and taken <= seats),
	CONSTRAINT "course_class_dates" CHECK (starts_on <= ends_on and day_start < day_end)
);
--> statement-breakpoint
CREATE TABLE "enrolment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"class" uuid NOT NULL,
	"person" uuid NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"assessed_on" date,
	"score" integer,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"uscc" text,
	"licence" text,
	"region" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"contact" text,
	"phone" text,
	"account" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_uscc_unique" UNIQUE("uscc")
);
--> statement-breakpoint
CREATE TABLE "voucher" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"person" uuid NOT NULL,
	"occupation" text NOT NULL,
	"level" text NOT NULL,
	"amount" integer NOT NULL,
	"policy" uuid,
	"status" text NOT NULL,
	"enrolment" uuid,
	"issued_by" uuid,
	"claimed_at" timestamp with time zone,
	"verified_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "voucher_code_unique" UNIQUE("code")
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
	"legal_representative" text,
	"licence_valid_until" date,
	"recheck_on" date,
	"suspended_reason" text,
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
	"ad_findings" jsonb,
	"review_note" text,
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
ALTER TABLE "application" ADD CONSTRAINT "application_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_event" ADD CONSTRAINT "application_event_application_application_id_fk" FOREIGN KEY ("application") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_event" ADD CONSTRAINT "application_event_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_action" ADD CONSTRAINT "assisted_action_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assisted_action" ADD CONSTRAINT "assisted_action_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_employer_employer_id_fk" FOREIGN KEY ("employer") REFERENCES "public"."employer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_access" ADD CONSTRAINT "data_access_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_access" ADD CONSTRAINT "data_access_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_check" ADD CONSTRAINT "employer_check_employer_employer_id_fk" FOREIGN KEY ("employer") REFERENCES "public"."employer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_check" ADD CONSTRAINT "employer_check_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "piece_day" ADD CONSTRAINT "piece_day_order_work_order_id_fk" FOREIGN KEY ("order") REFERENCES "public"."work_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "piece_day" ADD CONSTRAINT "piece_day_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "piece_day" ADD CONSTRAINT "piece_day_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_done_by_account_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy_event" ADD CONSTRAINT "vacancy_event_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy_event" ADD CONSTRAINT "vacancy_event_actor_account_id_fk" FOREIGN KEY ("actor") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_order" ADD CONSTRAINT "work_order_employer_employer_id_fk" FOREIGN KEY ("employer") REFERENCES "public"."employer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_order" ADD CONSTRAINT "work_order_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair" ADD CONSTRAINT "fair_settlement_settlement_code_fk" FOREIGN KEY ("settlement") REFERENCES "public"."settlement"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair" ADD CONSTRAINT "fair_created_by_account_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_invitation" ADD CONSTRAINT "fair_invitation_fair_fair_id_fk" FOREIGN KEY ("fair") REFERENCES "public"."fair"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_invitation" ADD CONSTRAINT "fair_invitation_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_invitation" ADD CONSTRAINT "fair_invitation_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_post" ADD CONSTRAINT "fair_post_stall_fair_stall_id_fk" FOREIGN KEY ("stall") REFERENCES "public"."fair_stall"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_post" ADD CONSTRAINT "fair_post_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_stall" ADD CONSTRAINT "fair_stall_fair_fair_id_fk" FOREIGN KEY ("fair") REFERENCES "public"."fair"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fair_stall" ADD CONSTRAINT "fair_stall_employer_employer_id_fk" FOREIGN KEY ("employer") REFERENCES "public"."employer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_settlement_settlement_code_fk" FOREIGN KEY ("settlement") REFERENCES "public"."settlement"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_grid_region_code_fk" FOREIGN KEY ("grid") REFERENCES "public"."region"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_building_building_code_fk" FOREIGN KEY ("building") REFERENCES "public"."building"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_household_household_id_fk" FOREIGN KEY ("household") REFERENCES "public"."household"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_identity" ADD CONSTRAINT "person_identity_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_uploaded_by_account_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_import_batch_id_fk" FOREIGN KEY ("batch") REFERENCES "public"."import_batch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "taxonomy_version" ADD CONSTRAINT "taxonomy_version_author_account_id_fk" FOREIGN KEY ("author") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_enrolment_enrolment_id_fk" FOREIGN KEY ("enrolment") REFERENCES "public"."enrolment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awarded_certificate" ADD CONSTRAINT "awarded_certificate_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awarded_certificate" ADD CONSTRAINT "awarded_certificate_enrolment_enrolment_id_fk" FOREIGN KEY ("enrolment") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_commitment" ADD CONSTRAINT "class_commitment_class_course_class_id_fk" FOREIGN KEY ("class") REFERENCES "public"."course_class"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_commitment" ADD CONSTRAINT "class_commitment_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course" ADD CONSTRAINT "course_provider_provider_id_fk" FOREIGN KEY ("provider") REFERENCES "public"."provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_class" ADD CONSTRAINT "course_class_course_course_id_fk" FOREIGN KEY ("course") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_class" ADD CONSTRAINT "course_class_settlement_settlement_code_fk" FOREIGN KEY ("settlement") REFERENCES "public"."settlement"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_class_course_class_id_fk" FOREIGN KEY ("class") REFERENCES "public"."course_class"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider" ADD CONSTRAINT "provider_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_enrolment_enrolment_id_fk" FOREIGN KEY ("enrolment") REFERENCES "public"."enrolment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voucher" ADD CONSTRAINT "voucher_issued_by_account_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer" ADD CONSTRAINT "employer_settlement_settlement_code_fk" FOREIGN KEY ("settlement") REFERENCES "public"."settlement"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spell" ADD CONSTRAINT "spell_person_person_id_fk" FOREIGN KEY ("person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spell" ADD CONSTRAINT "spell_vacancy_vacancy_id_fk" FOREIGN KEY ("vacancy") REFERENCES "public"."vacancy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy" ADD CONSTRAINT "vacancy_employer_employer_id_fk" FOREIGN KEY ("employer") REFERENCES "public"."employer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacancy" ADD CONSTRAINT "vacancy_settlement_settlement_code_fk" FOREIGN KEY ("settlement") REFERENCES "public"."settlement"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_family" ON "session" USING btree ("family");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account");--> statement-breakpoint
CREATE UNIQUE INDEX "application_active" ON "application" USING btree ("person","vacancy") WHERE status not in ('refused', 'withdrawn', 'obsolete');--> statement-breakpoint
CREATE INDEX "application_vacancy" ON "application" USING btree ("vacancy","status");--> statement-breakpoint
CREATE INDEX "application_person" ON "application" USING btree ("person","created_at");--> statement-breakpoint
CREATE INDEX "application_silent" ON "application" USING btree ("answer_by") WHERE answered_at is null and status = 'recommended';--> statement-breakpoint
CREATE INDEX "application_event_application" ON "application_event" USING btree ("application","created_at");--> statement-breakpoint
CREATE INDEX "assisted_action_person" ON "assisted_action" USING btree ("person","created_at");--> statement-breakpoint
CREATE INDEX "consent_person" ON "consent" USING btree ("person","kind");--> statement-breakpoint
CREATE INDEX "data_access_person" ON "data_access" USING btree ("person","created_at");--> statement-breakpoint
CREATE INDEX "employer_check_employer" ON "employer_check" USING btree ("employer","kind","decided_on");--> statement-breakpoint
CREATE INDEX "employer_check_due" ON "employer_check" USING btree ("recheck_on");--> statement-breakpoint
CREATE UNIQUE INDEX "piece_day_once" ON "piece_day" USING btree ("order","person","day");--> statement-breakpoint
CREATE INDEX "piece_day_day" ON "piece_day" USING btree ("day");--> statement-breakpoint
CREATE INDEX "saved_search_account" ON "saved_search" USING btree ("account");--> statement-breakpoint
CREATE INDEX "task_open" ON "task" USING btree ("region","due_on") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "vacancy_event_vacancy" ON "vacancy_event" USING btree ("vacancy","created_at");--> statement-breakpoint
CREATE INDEX "work_order_employer" ON "work_order" USING btree ("employer","status");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE INDEX "audit_created" ON "audit" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("id") WHERE relayed_at is null;--> statement-breakpoint
CREATE INDEX "fair_region" ON "fair" USING btree ("region","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "fair_invitation_once" ON "fair_invitation" USING btree ("fair","person");--> statement-breakpoint
CREATE INDEX "fair_invitation_person" ON "fair_invitation" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "fair_stall_once" ON "fair_stall" USING btree ("fair","employer");--> statement-breakpoint
CREATE INDEX "household_settlement" ON "household" USING btree ("settlement");--> statement-breakpoint
CREATE INDEX "household_grid" ON "household" USING btree ("grid");--> statement-breakpoint
CREATE INDEX "person_household" ON "person" USING btree ("household");--> statement-breakpoint
CREATE INDEX "person_seeking" ON "person" USING btree ("household") WHERE willing and employment <> 'employed';--> statement-breakpoint
CREATE INDEX "person_identity_name" ON "person_identity" USING btree ("name");--> statement-breakpoint
CREATE INDEX "refusal_person" ON "refusal" USING btree ("person");--> statement-breakpoint
CREATE INDEX "import_batch_region" ON "import_batch" USING btree ("region","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "import_row_once" ON "import_row" USING btree ("batch","row");--> statement-breakpoint
CREATE INDEX "import_row_state" ON "import_row" USING btree ("batch","state");--> statement-breakpoint
CREATE INDEX "notice_waiting" ON "notice" USING btree ("due_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "notice_person" ON "notice" USING btree ("person","created_at");--> statement-breakpoint
CREATE INDEX "notice_account" ON "notice" USING btree ("account","created_at");--> statement-breakpoint
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
CREATE UNIQUE INDEX "occupation_word_once" ON "occupation_word" USING btree ("occupation","word") WHERE until is null;--> statement-breakpoint
CREATE INDEX "occupation_word_word" ON "occupation_word" USING btree ("word");--> statement-breakpoint
CREATE INDEX "awarded_certificate_person" ON "awarded_certificate" USING btree ("person");--> statement-breakpoint
CREATE INDEX "course_provider" ON "course" USING btree ("provider");--> statement-breakpoint
CREATE INDEX "course_class_course" ON "course_class" USING btree ("course");--> statement-breakpoint
CREATE INDEX "course_class_open" ON "course_class" USING btree ("settlement") WHERE status = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_active" ON "enrolment" USING btree ("class","person") WHERE status <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "enrolment_person" ON "enrolment" USING btree ("person");--> statement-breakpoint
CREATE INDEX "enrolment_waiting" ON "enrolment" USING btree ("class","created_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "voucher_once" ON "voucher" USING btree ("person","occupation","level") WHERE status <> 'void';--> statement-breakpoint
CREATE INDEX "employer_region" ON "employer" USING btree ("region");--> statement-breakpoint
CREATE INDEX "employer_name" ON "employer" USING btree ("name");--> statement-breakpoint
CREATE INDEX "spell_person" ON "spell" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "spell_once" ON "spell" USING btree ("person","started_on","channel");--> statement-breakpoint
CREATE INDEX "vacancy_employer" ON "vacancy" USING btree ("employer");--> statement-breakpoint
CREATE INDEX "vacancy_open" ON "vacancy" USING btree ("settlement") WHERE status = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "vacancy_ledger_key" ON "vacancy" USING btree ("ledger_key");