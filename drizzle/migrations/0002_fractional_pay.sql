ALTER TABLE "vacancy" ALTER COLUMN "pay_min" SET DATA TYPE double precision;--> statement-breakpoint
ALTER TABLE "vacancy" ALTER COLUMN "pay_max" SET DATA TYPE double precision;