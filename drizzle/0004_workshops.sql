CREATE TABLE `calendar_periods` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `calendar_periods_owner` ON `calendar_periods` (`owner_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `equipment` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`quantity` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `equipment_owner` ON `equipment` (`owner_id`);--> statement-breakpoint
CREATE TABLE `workshop_answers` (
	`registration_id` text NOT NULL,
	`question_id` text NOT NULL,
	`answer` text NOT NULL,
	PRIMARY KEY(`registration_id`, `question_id`),
	FOREIGN KEY (`registration_id`) REFERENCES `workshop_registrations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `workshop_certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`registration_id` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`establishment` text DEFAULT '' NOT NULL,
	`mail_id` text,
	`issued_by_id` text NOT NULL,
	`issued_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `workshop_registrations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_certificates_number` ON `workshop_certificates` (`owner_id`,`year`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_certificates_standing` ON `workshop_certificates` (`registration_id`) WHERE withdrawn_at IS NULL;--> statement-breakpoint
CREATE INDEX `workshop_certificates_workshop` ON `workshop_certificates` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `workshop_equipment` (
	`workshop_id` text NOT NULL,
	`equipment_id` text NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`workshop_id`, `equipment_id`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `workshop_equipment_thing` ON `workshop_equipment` (`equipment_id`);--> statement-breakpoint
CREATE TABLE `workshop_facilitators` (
	`workshop_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`workshop_id`, `user_id`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `workshop_facilitators_user` ON `workshop_facilitators` (`user_id`);--> statement-breakpoint
CREATE TABLE `workshop_feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`workshop_id` text NOT NULL,
	`registration_id` text NOT NULL,
	`moment` text NOT NULL,
	`usefulness` integer,
	`pace` text,
	`deed` text DEFAULT '' NOT NULL,
	`would_recommend` integer,
	`comment` text DEFAULT '' NOT NULL,
	`is_quotable` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registration_id`) REFERENCES `workshop_registrations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_feedback_once` ON `workshop_feedback` (`registration_id`,`moment`);--> statement-breakpoint
CREATE INDEX `workshop_feedback_owner` ON `workshop_feedback` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `workshop_feedback_workshop` ON `workshop_feedback` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `workshop_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`provider_id` text,
	`contact_id` text,
	`email` text NOT NULL,
	`mail_id` text,
	`answer` text DEFAULT 'none' NOT NULL,
	`answered_at` integer,
	`sent_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_invitations_email` ON `workshop_invitations` (`workshop_id`,`email`);--> statement-breakpoint
CREATE INDEX `workshop_invitations_org` ON `workshop_invitations` (`organisation_id`,`workshop_id`);--> statement-breakpoint
CREATE TABLE `workshop_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`registration_id` text NOT NULL,
	`purpose` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`registration_id`) REFERENCES `workshop_registrations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `workshop_links_registration` ON `workshop_links` (`registration_id`);--> statement-breakpoint
CREATE TABLE `workshop_notices` (
	`registration_id` text NOT NULL,
	`kind` text NOT NULL,
	`mail_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`registration_id`, `kind`),
	FOREIGN KEY (`registration_id`) REFERENCES `workshop_registrations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `workshop_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`held_on` text NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `workshop_parts_workshop` ON `workshop_parts` (`workshop_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `workshop_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`position` integer NOT NULL,
	`label` text NOT NULL,
	`kind` text NOT NULL,
	`choices` text DEFAULT '[]' NOT NULL,
	`is_required` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `workshop_questions_workshop` ON `workshop_questions` (`workshop_id`,`position`);--> statement-breakpoint
CREATE TABLE `workshop_registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`state` text NOT NULL,
	`position` integer NOT NULL,
	`person_key` text NOT NULL,
	`name` text NOT NULL,
	`establishment` text DEFAULT '' NOT NULL,
	`email` text,
	`phone` text,
	`locale` text DEFAULT 'fr' NOT NULL,
	`provider_id` text,
	`contact_id` text,
	`user_id` text,
	`organisation_id` text,
	`source` text NOT NULL,
	`pictures_consent` integer,
	`offer_expires_at` integer,
	`presence` text,
	`presence_at` integer,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`cancelled_at` integer,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `workshop_registrations_order` ON `workshop_registrations` (`workshop_id`,`position`);--> statement-breakpoint
CREATE INDEX `workshop_registrations_provider` ON `workshop_registrations` (`provider_id`,`workshop_id`);--> statement-breakpoint
CREATE INDEX `workshop_registrations_offers` ON `workshop_registrations` (`offer_expires_at`) WHERE state = 'offered';--> statement-breakpoint
CREATE UNIQUE INDEX `workshop_registrations_person` ON `workshop_registrations` (`workshop_id`,`person_key`) WHERE state IN ('registered', 'offered', 'waiting');--> statement-breakpoint
CREATE TABLE `workshop_resources` (
	`workshop_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`moment` text NOT NULL,
	PRIMARY KEY(`workshop_id`, `resource_id`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `workshop_series` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`rule` text NOT NULL,
	`zone` text NOT NULL,
	`starts_on` text NOT NULL,
	`start_clock` text NOT NULL,
	`exceptions` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `workshop_series_owner` ON `workshop_series` (`owner_id`);--> statement-breakpoint
CREATE TABLE `workshop_shares` (
	`workshop_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`seats` integer NOT NULL,
	PRIMARY KEY(`workshop_id`, `organisation_id`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `workshop_shares_org` ON `workshop_shares` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `workshop_signatures` (
	`registration_id` text PRIMARY KEY NOT NULL,
	`workshop_id` text NOT NULL,
	`file_id` text,
	`confirmed_by_id` text,
	`signed_at` integer NOT NULL,
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `workshop_signatures_workshop` ON `workshop_signatures` (`workshop_id`);--> statement-breakpoint
CREATE TABLE `workshops` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`series_id` text,
	`series_on` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`themes` text DEFAULT '[]' NOT NULL,
	`level` text,
	`format` text DEFAULT 'workshop' NOT NULL,
	`language` text DEFAULT 'fr' NOT NULL,
	`place` text DEFAULT 'office' NOT NULL,
	`place_name` text DEFAULT '' NOT NULL,
	`commune_name` text,
	`insee_code` text,
	`video_url` text,
	`zone` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`held_on` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`capacity` integer,
	`seats_per_establishment` integer,
	`minimum` integer,
	`audience` text DEFAULT 'public' NOT NULL,
	`price` text DEFAULT '' NOT NULL,
	`is_paid` integer DEFAULT false NOT NULL,
	`bring` text DEFAULT '' NOT NULL,
	`closes_minutes` integer DEFAULT 0 NOT NULL,
	`offer_minutes` integer DEFAULT 1440 NOT NULL,
	`reminders` text DEFAULT '[]' NOT NULL,
	`later_feedback_days` integer,
	`shares_until` integer,
	`has_signatures` integer DEFAULT false NOT NULL,
	`head_count` integer DEFAULT 0 NOT NULL,
	`session_id` text,
	`cancel_reason` text,
	`published_at` integer,
	`cancelled_at` integer,
	`closed_at` integer,
	`sequence` integer DEFAULT 0 NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`series_id`) REFERENCES `workshop_series`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `workshops_owner` ON `workshops` (`owner_id`,`starts_at`,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `workshops_programme` ON `workshops` (`state`,`starts_at`);--> statement-breakpoint
CREATE INDEX `workshops_series` ON `workshops` (`series_id`,`starts_at`);--> statement-breakpoint
ALTER TABLE `auth_sessions` ADD `locked_to` text;--> statement-breakpoint
ALTER TABLE `auth_sessions` ADD `unlock_hash` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `attachments` text DEFAULT '[]' NOT NULL;