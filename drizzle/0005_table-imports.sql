CREATE TABLE `import_mappings` (
	`owner_id` text NOT NULL,
	`titles` text NOT NULL,
	`mapping` text NOT NULL,
	`kept_at` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `titles`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_matches` (
	`import_id` text NOT NULL,
	`word` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`rows` integer NOT NULL,
	`suggestions` text DEFAULT '[]' NOT NULL,
	`is_recognised` integer NOT NULL,
	`answer` text,
	`target_id` text,
	PRIMARY KEY(`import_id`, `word`, `key`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
DROP INDEX `coaching_sessions_figures`;--> statement-breakpoint
ALTER TABLE `coaching_sessions` ADD `import_id` text;--> statement-breakpoint
ALTER TABLE `coaching_sessions` ADD `is_counted` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX `coaching_sessions_import` ON `coaching_sessions` (`import_id`) WHERE import_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `coaching_sessions_figures` ON `coaching_sessions` (`owner_id`,`held_on`,`kind`,`theme`,`channel`,`facilitator_id`,`duration_minutes`,`preparation_minutes`,`travel_minutes`,`travel_kilometres`,`supports`,`is_counted`) WHERE deleted_at IS NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `content` text DEFAULT 'listings' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `sample` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `is_counted` integer DEFAULT true NOT NULL;