CREATE TABLE `newsletter_deliveries` (
	`newsletter_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`mail_id` text NOT NULL,
	PRIMARY KEY(`newsletter_id`, `contact_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `newsletter_readers` (
	`contact_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`confirmed_at` integer,
	`ended_at` integer,
	PRIMARY KEY(`contact_id`, `owner_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `newsletter_readers_owner` ON `newsletter_readers` (`owner_id`);--> statement-breakpoint
CREATE TABLE `newsletters` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`subject` text NOT NULL,
	`intro` text DEFAULT '' NOT NULL,
	`for_kind` text,
	`item_ids` text DEFAULT '[]' NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `newsletters_owner` ON `newsletters` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `resource_links` (
	`resource_id` text NOT NULL,
	`url` text NOT NULL,
	`state` text DEFAULT 'unknown' NOT NULL,
	`moved_to` text,
	`answer` text,
	`failures` integer DEFAULT 0 NOT NULL,
	`checked_at` integer,
	PRIMARY KEY(`resource_id`, `url`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `resource_links_url` ON `resource_links` (`url`);--> statement-breakpoint
CREATE INDEX `resource_links_due` ON `resource_links` (`checked_at`);--> statement-breakpoint
ALTER TABLE `resources` ADD `file_state` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `picture_file_id` text;--> statement-breakpoint
ALTER TABLE `resources` DROP COLUMN `link_state`;--> statement-breakpoint
ALTER TABLE `resources` DROP COLUMN `link_checked_at`;--> statement-breakpoint
ALTER TABLE `watch_feeds` ADD `etag` text;--> statement-breakpoint
ALTER TABLE `watch_feeds` ADD `last_modified` text;--> statement-breakpoint
ALTER TABLE `watch_feeds` ADD `failures` integer DEFAULT 0 NOT NULL;