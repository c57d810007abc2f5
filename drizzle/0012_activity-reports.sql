CREATE TABLE `activity_report_blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`place` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`content` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `activity_report_blocks_report` ON `activity_report_blocks` (`report_id`,`place`);--> statement-breakpoint
CREATE TABLE `activity_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`title` text NOT NULL,
	`locale` text NOT NULL,
	`period` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`figures` text NOT NULL,
	`figures_at` integer NOT NULL,
	`schedule_id` text,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	`finished_by_id` text,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `activity_reports_owner` ON `activity_reports` (`owner_id`,`ends_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `activity_reports_schedule` ON `activity_reports` (`schedule_id`,`starts_on`) WHERE schedule_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `report_readers` (
	`schedule_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`schedule_id`, `user_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `report_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`period` text NOT NULL,
	`made_until` text NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `report_schedules_owner` ON `report_schedules` (`owner_id`);--> statement-breakpoint
CREATE TABLE `report_templates` (
	`owner_id` text PRIMARY KEY NOT NULL,
	`blocks` text DEFAULT '[]' NOT NULL,
	`changed_by_id` text NOT NULL,
	`changed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `reported_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`session_id` text NOT NULL,
	`change` text NOT NULL,
	`held_on` text NOT NULL,
	`held_before` text,
	`reason` text DEFAULT '' NOT NULL,
	`actor_id` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `reported_changes_owner` ON `reported_changes` (`owner_id`,`created_at`);