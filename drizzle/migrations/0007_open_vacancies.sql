CREATE INDEX "vacancy_subgroup" ON "vacancy" USING btree (left(occupation, 7)) WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "vacancy_skills" ON "vacancy" USING gin ("skills") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "vacancy_certificates" ON "vacancy" USING gin ("certificates") WHERE status = 'published';