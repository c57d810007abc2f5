CREATE TABLE `workshop_calls` (
	`workshop_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`need` text DEFAULT '' NOT NULL,
	`asked_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	PRIMARY KEY(`workshop_id`, `organisation_id`),
	FOREIGN KEY (`workshop_id`) REFERENCES `workshops`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `workshop_calls_org` ON `workshop_calls` (`organisation_id`,`sent_at`);--> statement-breakpoint
ALTER TABLE `workshop_invitations` ADD `reminded_at` integer;--> statement-breakpoint
ALTER TABLE `workshop_invitations` ADD `reminder_mail_id` text;