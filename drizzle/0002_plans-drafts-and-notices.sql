CREATE TABLE `action_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`action_id` text NOT NULL,
	`text` text NOT NULL,
	`author_id` text,
	`contact_id` text,
	`is_from_provider` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer,
	`deleted_at` integer,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_comments_action` ON `action_comments` (`action_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `action_comments_owner` ON `action_comments` (`owner_id`,`seen_at`);--> statement-breakpoint
CREATE TABLE `notice_choices` (
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`frequency` text NOT NULL,
	`chosen_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `kind`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`provider_id` text,
	`person_kind` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`dedupe_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	`mail_id` text,
	`mailed_on` text,
	`dropped` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`person_id`,`dedupe_key`);--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `notices_waiting` ON `notices` (`created_at`) WHERE mail_id IS NULL AND dropped IS NULL;--> statement-breakpoint
CREATE INDEX `notices_provider` ON `notices` (`provider_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `data_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text,
	`contact_id` text,
	`kind` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`reply` text DEFAULT '' NOT NULL,
	`handled_by_id` text,
	`handled_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `data_requests_owner` ON `data_requests` (`owner_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `data_requests_provider` ON `data_requests` (`provider_id`);--> statement-breakpoint
CREATE TABLE `purges` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`reason` text NOT NULL,
	`last_on` text,
	`contacts` integer DEFAULT 0 NOT NULL,
	`files` integer DEFAULT 0 NOT NULL,
	`comments` integer DEFAULT 0 NOT NULL,
	`sessions_kept` integer DEFAULT 0 NOT NULL,
	`actor_id` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `purges_owner` ON `purges` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `record_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`field` text NOT NULL,
	`old_value` text,
	`new_value` text,
	`comment` text DEFAULT '' NOT NULL,
	`proposed_by_id` text,
	`created_at` integer NOT NULL,
	`decision` text,
	`decided_at` integer,
	`decided_by_id` text,
	`reply` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `record_proposals_owner` ON `record_proposals` (`owner_id`,`decided_at`);--> statement-breakpoint
CREATE INDEX `record_proposals_provider` ON `record_proposals` (`provider_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `action_answers` ADD `link` text;--> statement-breakpoint
ALTER TABLE `actions` ADD `workshop_id` text;--> statement-breakpoint
ALTER TABLE `actions` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `actions` ADD `contact_id` text;--> statement-breakpoint
ALTER TABLE `actions` ADD `user_id` text;--> statement-breakpoint
ALTER TABLE `actions` ADD `steps` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `actions` ADD `published_at` integer;--> statement-breakpoint
ALTER TABLE `actions` ADD `seen_at` integer;--> statement-breakpoint
ALTER TABLE `organisations` ADD `retention_months` integer DEFAULT 36 NOT NULL;--> statement-breakpoint
ALTER TABLE `contacts` ADD `informed_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `theme` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `action_id` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `triage` text;--> statement-breakpoint
ALTER TABLE `providers` ADD `anonymised_at` integer;--> statement-breakpoint
ALTER TABLE `mails` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `provider_id` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `contact_id` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `unsubscribe_url` text;--> statement-breakpoint
CREATE INDEX `mails_provider` ON `mails` (`provider_id`,`created_at`);--> statement-breakpoint
UPDATE `actions` SET `published_at` = `created_at`;--> statement-breakpoint
UPDATE `actions` SET `state` = 'already_done' WHERE `state` = 'done' AND `done_on` IS NULL;
