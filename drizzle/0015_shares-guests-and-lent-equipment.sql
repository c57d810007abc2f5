CREATE TABLE `appointment_equipment` (
	`appointment_id` text NOT NULL,
	`equipment_id` text NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`appointment_id`, `equipment_id`),
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `appointment_equipment_thing` ON `appointment_equipment` (`equipment_id`);--> statement-breakpoint
CREATE TABLE `session_guests` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`establishment_id` text,
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_guests_session` ON `session_guests` (`session_id`);--> statement-breakpoint
CREATE INDEX `session_guests_org` ON `session_guests` (`organisation_id`,`session_id`);--> statement-breakpoint
CREATE INDEX `session_guests_provider` ON `session_guests` (`provider_id`,`session_id`);--> statement-breakpoint
ALTER TABLE `session_shares` ADD `excused` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `session_shares` ADD `absent` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
INSERT INTO `session_shares` (`session_id`, `organisation_id`, `minutes`, `supports`)
SELECT DISTINCT s.`id`, s.`owner_id`, 0, 0 FROM `session_shares` g JOIN `coaching_sessions` s ON s.`id` = g.`session_id`
WHERE NOT EXISTS (SELECT 1 FROM `session_shares` own WHERE own.`session_id` = s.`id` AND own.`organisation_id` = s.`owner_id`);--> statement-breakpoint
INSERT INTO `session_guests` (`id`, `session_id`, `organisation_id`, `provider_id`)
SELECT r.`id`, w.`session_id`, p.`owner_id`, p.`id` FROM `workshop_registrations` r
JOIN `workshops` w ON w.`id` = r.`workshop_id` JOIN `coaching_sessions` s ON s.`id` = w.`session_id` JOIN `providers` p ON p.`id` = r.`provider_id`
WHERE r.`state` = 'registered' AND r.`presence` = 'present' AND p.`owner_id` <> w.`owner_id`;
