CREATE TABLE `action_links` (
	`action_id` text NOT NULL,
	`kind` text NOT NULL,
	`target_id` text NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`action_id`, `kind`, `target_id`),
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_links_target` ON `action_links` (`target_id`);--> statement-breakpoint
CREATE TABLE `referent_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`from_user_id` text,
	`to_user_id` text,
	`handover_id` text,
	`starts_on` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`undone_at` integer,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `referent_changes_provider` ON `referent_changes` (`provider_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `referent_changes_handover` ON `referent_changes` (`handover_id`) WHERE handover_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `referent_changes_planned` ON `referent_changes` (`starts_on`) WHERE done_at IS NULL AND undone_at IS NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `session_id` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `taken_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `taken_by_id` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `reply` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `replied_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `replied_by_id` text;--> statement-breakpoint
CREATE INDEX `messages_open` ON `messages` (`owner_id`,`created_at`) WHERE handled_at IS NULL;--> statement-breakpoint
ALTER TABLE `mails` ADD `resent_at` integer;--> statement-breakpoint
ALTER TABLE `mails` ADD `resent_by_id` text;--> statement-breakpoint
CREATE INDEX `mails_owner` ON `mails` (`owner_id`,`created_at`);