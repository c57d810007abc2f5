CREATE TABLE `experience_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`title` text NOT NULL,
	`theme` text NOT NULL,
	`context` text NOT NULL,
	`done` text NOT NULL,
	`result` text NOT NULL,
	`tips` text DEFAULT '' NOT NULL,
	`for_kinds` text DEFAULT '[]' NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `experience_reports_theme` ON `experience_reports` (`theme`,`created_at`);--> statement-breakpoint
CREATE TABLE `resource_collections` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`visibility` text DEFAULT 'office' NOT NULL,
	`resource_ids` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `resource_collections_slug` ON `resource_collections` (`slug`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE TABLE `resource_marks` (
	`user_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`is_kept` integer DEFAULT false NOT NULL,
	`done_at` integer,
	`is_useful` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `resource_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `resource_marks_resource` ON `resource_marks` (`resource_id`);--> statement-breakpoint
CREATE TABLE `resource_openings` (
	`resource_id` text NOT NULL,
	`opened_on` text NOT NULL,
	`by` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`resource_id`, `opened_on`, `by`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `resource_words` (
	`word` text PRIMARY KEY NOT NULL,
	`stem` text NOT NULL,
	`resources` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `resource_words_stem` ON `resource_words` (`stem`);--> statement-breakpoint
CREATE TABLE `watch_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`theme` text NOT NULL,
	`read_at` integer,
	`error` text,
	`created_at` integer NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `watch_feeds_url` ON `watch_feeds` (`owner_id`,`url`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE TABLE `watch_items` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`feed_id` text,
	`external_id` text,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`theme` text NOT NULL,
	`for_kinds` text DEFAULT '[]' NOT NULL,
	`state` text NOT NULL,
	`published_on` text NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `watch_items_owner` ON `watch_items` (`owner_id`,`state`,`published_on`);--> statement-breakpoint
CREATE UNIQUE INDEX `watch_items_entry` ON `watch_items` (`feed_id`,`external_id`) WHERE feed_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `resources` ADD `state` text DEFAULT 'published' NOT NULL;--> statement-breakpoint
ALTER TABLE `resources` ADD `season` text DEFAULT 'any' NOT NULL;--> statement-breakpoint
ALTER TABLE `resources` ADD `keywords` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `resources` ADD `licence` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `author` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `file_text` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `resources` ADD `expires_on` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `link_state` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `link_checked_at` integer;--> statement-breakpoint
DROP TRIGGER resources_index_insert;
--> statement-breakpoint
DROP TRIGGER resources_index_delete;
--> statement-breakpoint
DROP TRIGGER resources_index_update;
--> statement-breakpoint
DROP TABLE resources_index;
--> statement-breakpoint
CREATE VIRTUAL TABLE resources_index USING fts5(title, keywords, summary, body, file, words UNINDEXED, tokenize='unicode61 remove_diacritics 2', prefix='5');
