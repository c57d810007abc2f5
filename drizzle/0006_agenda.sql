CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`contact_id` text,
	`facilitator_id` text NOT NULL,
	`state` text DEFAULT 'booked' NOT NULL,
	`starts_at` integer NOT NULL,
	`zone` text NOT NULL,
	`held_on` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`channel` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`travel_minutes` integer DEFAULT 0 NOT NULL,
	`slot_id` text,
	`message_id` text,
	`session_id` text NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`cancel_reason` text DEFAULT '' NOT NULL,
	`booked_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `appointments_owner` ON `appointments` (`owner_id`,`held_on`);--> statement-breakpoint
CREATE INDEX `appointments_facilitator` ON `appointments` (`facilitator_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `appointments_provider` ON `appointments` (`provider_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `appointments_session` ON `appointments` (`session_id`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_user` ON `calendar_feeds` (`user_id`,`kind`) WHERE revoked_at IS NULL;--> statement-breakpoint
CREATE TABLE `opening_slots` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`facilitator_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`opens_at` text NOT NULL,
	`closes_at` text NOT NULL,
	`every_weeks` integer DEFAULT 1 NOT NULL,
	`duration_minutes` integer NOT NULL,
	`channel` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`lead_hours` integer DEFAULT 24 NOT NULL,
	`horizon_days` integer DEFAULT 60 NOT NULL,
	`change_hours` integer DEFAULT 24 NOT NULL,
	`is_for_providers` integer DEFAULT false NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `opening_slots_owner` ON `opening_slots` (`owner_id`,`facilitator_id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE TABLE `preparation_blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`user_id` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`starts_at` integer NOT NULL,
	`zone` text NOT NULL,
	`held_on` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `preparation_blocks_user` ON `preparation_blocks` (`user_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `preparation_blocks_owner` ON `preparation_blocks` (`owner_id`,`held_on`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE TABLE `season_hours` (
	`user_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`minutes_per_week` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`user_id`, `owner_id`)
) STRICT;
