ALTER TABLE "employer" ADD COLUMN "answer_rate" integer;--> statement-breakpoint
ALTER TABLE "vacancy" ADD COLUMN "ad_reason" text;--> statement-breakpoint
ALTER TABLE "vacancy" ADD COLUMN "submitted_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "spell_vacancy" ON "spell" USING btree ("vacancy");--> statement-breakpoint
CREATE INDEX "vacancy_review" ON "vacancy" USING btree ("submitted_at") WHERE status = 'in_review';--> statement-breakpoint
CREATE INDEX "vacancy_ending" ON "vacancy" USING btree ("valid_until") WHERE status in ('published', 'paused');