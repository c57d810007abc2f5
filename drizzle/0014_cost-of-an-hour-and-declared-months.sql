CREATE TABLE `declared_months` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`month` text NOT NULL,
	`sessions` integer NOT NULL,
	`supports` integer NOT NULL,
	`minutes` integer NOT NULL,
	`reached` integer NOT NULL,
	`declared_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `declared_months_month` ON `declared_months` (`owner_id`,`month`) WHERE deleted_at IS NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `hour_cost_cents` integer;