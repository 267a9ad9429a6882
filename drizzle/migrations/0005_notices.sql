ALTER TABLE "notice_preference" DROP CONSTRAINT "notice_preference_person_channel_pk";--> statement-breakpoint
ALTER TABLE "notice_preference" ALTER COLUMN "person" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "origin" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "ref" text;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "delivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notice_preference" ADD COLUMN "account" uuid;--> statement-breakpoint
ALTER TABLE "notice_preference" ADD COLUMN "said_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_origin_notice_id_fk" FOREIGN KEY ("origin") REFERENCES "public"."notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_origin" ON "notice" USING btree ("origin");--> statement-breakpoint
CREATE INDEX "notice_failed" ON "notice" USING btree ("created_at") WHERE status = 'failed';--> statement-breakpoint
CREATE INDEX "notice_ref" ON "notice" USING btree ("channel","ref") WHERE ref is not null;--> statement-breakpoint
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_once" UNIQUE NULLS NOT DISTINCT("person","account","channel");