CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`substitute_id` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `absences_user` ON `absences` (`user_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `auth_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `auth_sessions_user` ON `auth_sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `invitation_roles` (
	`invitation_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`invitation_id`, `organisation_id`, `role`),
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`invited_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_email` ON `invitations` (`email`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`working_days` text DEFAULT '[]' NOT NULL,
	`hours_per_year` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `memberships_user` ON `memberships` (`user_id`);--> statement-breakpoint
CREATE INDEX `memberships_organisation` ON `memberships` (`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_current` ON `memberships` (`user_id`,`organisation_id`,`role`) WHERE ends_on IS NULL;--> statement-breakpoint
CREATE TABLE `page_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`provider_id` text NOT NULL,
	`contact_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `page_links_token` ON `page_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `page_links_provider` ON `page_links` (`provider_id`);--> statement-breakpoint
CREATE TABLE `provider_accesses` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `provider_accesses_user` ON `provider_accesses` (`user_id`);--> statement-breakpoint
CREATE INDEX `provider_accesses_provider` ON `provider_accesses` (`provider_id`);--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`code_hash` text NOT NULL,
	`browser_hash` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_links_token` ON `sign_in_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_links_user` ON `sign_in_links` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`job_title` text,
	`locale` text DEFAULT 'fr' NOT NULL,
	`phone` text,
	`present_days` text DEFAULT '[]' NOT NULL,
	`cohort_name` text,
	`cohort_year` integer,
	`photo_file_id` text,
	`password_hash` text,
	`suspended_at` integer,
	`current_organisation_id` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `action_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text NOT NULL,
	`state` text NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`said_on` text NOT NULL,
	`way` text NOT NULL,
	`recorded_by_id` text,
	`contact_id` text,
	`created_at` integer NOT NULL,
	`seen_by_facilitator_at` integer,
	FOREIGN KEY (`action_id`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_answers_action` ON `action_answers` (`action_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `action_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`seen_at` integer,
	`last_news_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `action_plans_provider` ON `action_plans` (`provider_id`);--> statement-breakpoint
CREATE INDEX `action_plans_owner` ON `action_plans` (`owner_id`);--> statement-breakpoint
CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`title` text NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`how` text DEFAULT '' NOT NULL,
	`theme` text,
	`done_by` text DEFAULT 'provider' NOT NULL,
	`priority` integer DEFAULT 2 NOT NULL,
	`position` integer NOT NULL,
	`due_on` text,
	`minutes` integer,
	`state` text DEFAULT 'todo' NOT NULL,
	`done_on` text,
	`resource_id` text,
	`session_id` text,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `action_plans`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `actions_plan` ON `actions` (`plan_id`,`position`);--> statement-breakpoint
CREATE INDEX `actions_owner_state` ON `actions` (`owner_id`,`state`,`due_on`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `actions_session` ON `actions` (`session_id`);--> statement-breakpoint
CREATE INDEX `actions_provider` ON `actions` (`provider_id`);--> statement-breakpoint
CREATE TABLE `coaching_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`kind` text NOT NULL,
	`other_work_kind` text,
	`title` text,
	`held_on` text NOT NULL,
	`starts_at` integer,
	`zone` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`preparation_minutes` integer DEFAULT 0 NOT NULL,
	`travel_minutes` integer DEFAULT 0 NOT NULL,
	`travel_kilometres` integer DEFAULT 0 NOT NULL,
	`channel` text,
	`theme` text,
	`sub_themes` text DEFAULT '[]' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`private_note` text DEFAULT '' NOT NULL,
	`head_count` integer DEFAULT 0 NOT NULL,
	`facilitator_id` text NOT NULL,
	`funder_id` text,
	`is_complete` integer DEFAULT false NOT NULL,
	`supports` integer DEFAULT 0 NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `coaching_sessions_owner_held` ON `coaching_sessions` (`owner_id`,`held_on`,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `coaching_sessions_figures` ON `coaching_sessions` (`owner_id`,`held_on`,`kind`,`theme`,`channel`,`facilitator_id`,`duration_minutes`,`preparation_minutes`,`travel_minutes`,`travel_kilometres`,`supports`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `coaching_sessions_facilitator` ON `coaching_sessions` (`facilitator_id`,`held_on`);--> statement-breakpoint
CREATE TABLE `session_establishments` (
	`session_id` text NOT NULL,
	`establishment_id` text NOT NULL,
	PRIMARY KEY(`session_id`, `establishment_id`),
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_establishments_est` ON `session_establishments` (`establishment_id`);--> statement-breakpoint
CREATE TABLE `session_facilitators` (
	`session_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`session_id`, `user_id`),
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_facilitators_user` ON `session_facilitators` (`user_id`);--> statement-breakpoint
CREATE TABLE `session_participants` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`provider_id` text,
	`contact_id` text,
	`user_id` text,
	`organisation_id` text,
	`name` text,
	`presence` text DEFAULT 'present' NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_participants_session` ON `session_participants` (`session_id`);--> statement-breakpoint
CREATE INDEX `session_participants_provider` ON `session_participants` (`provider_id`,`session_id`);--> statement-breakpoint
CREATE TABLE `session_resources` (
	`session_id` text NOT NULL,
	`resource_id` text NOT NULL,
	PRIMARY KEY(`session_id`, `resource_id`),
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `session_shares` (
	`session_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`minutes` integer NOT NULL,
	`supports` integer NOT NULL,
	PRIMARY KEY(`session_id`, `organisation_id`),
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_shares_org` ON `session_shares` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `session_summaries` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`mail_id` text,
	`sent_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_summaries_session` ON `session_summaries` (`session_id`);--> statement-breakpoint
CREATE TABLE `session_tags` (
	`session_id` text NOT NULL,
	`tag_id` text NOT NULL,
	PRIMARY KEY(`session_id`, `tag_id`),
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `session_tags_tag` ON `session_tags` (`tag_id`);--> statement-breakpoint
CREATE TABLE `facilitator_months` (
	`owner_id` text NOT NULL,
	`month` text NOT NULL,
	`facilitator_id` text NOT NULL,
	`sessions` integer NOT NULL,
	`supports` integer NOT NULL,
	`contact_minutes` integer NOT NULL,
	`preparation_minutes` integer NOT NULL,
	`travel_minutes` integer NOT NULL,
	`other_minutes` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `month`, `facilitator_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `month_summaries` (
	`owner_id` text NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`theme` text NOT NULL,
	`channel` text NOT NULL,
	`sessions` integer NOT NULL,
	`short_advices` integer NOT NULL,
	`supports` integer NOT NULL,
	`minutes` integer NOT NULL,
	`preparation_minutes` integer NOT NULL,
	`travel_minutes` integer NOT NULL,
	`travel_kilometres` integer NOT NULL,
	`excused` integer NOT NULL,
	`absent` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `month`, `kind`, `theme`, `channel`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `provider_months` (
	`owner_id` text NOT NULL,
	`month` text NOT NULL,
	`provider_id` text NOT NULL,
	`supports` integer NOT NULL,
	`sessions` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `month`, `provider_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `provider_months_provider` ON `provider_months` (`provider_id`);--> statement-breakpoint
CREATE TABLE `import_records` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`source` text NOT NULL,
	`external_id` text NOT NULL,
	`name` text NOT NULL,
	`record` text NOT NULL,
	`verdict` text NOT NULL,
	`reason` text,
	`changes` text,
	`establishment_id` text,
	`is_chosen` integer DEFAULT true NOT NULL,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_records_verdict` ON `import_records` (`import_id`,`verdict`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`file_id` text,
	`file_name` text NOT NULL,
	`source` text,
	`mapping` text,
	`state` text NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer,
	`error` text,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`applied_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `imports_owner` ON `imports` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `commune_postcodes` (
	`postcode` text NOT NULL,
	`insee_code` text NOT NULL,
	PRIMARY KEY(`postcode`, `insee_code`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `communes` (
	`insee_code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`search_text` text NOT NULL,
	`departement` text NOT NULL,
	`epci_code` text,
	`population` integer,
	`current_insee_code` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `communes_epci` ON `communes` (`epci_code`);--> statement-breakpoint
CREATE INDEX `communes_search` ON `communes` (`search_text`);--> statement-breakpoint
CREATE TABLE `epcis` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`search_text` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `funders` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `funders_owner` ON `funders` (`owner_id`);--> statement-breakpoint
CREATE TABLE `organisation_communes` (
	`organisation_id` text NOT NULL,
	`insee_code` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `insee_code`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`category` text,
	`zone` text DEFAULT 'Europe/Paris' NOT NULL,
	`email` text,
	`phone` text,
	`website` text,
	`address` text,
	`logo_file_id` text,
	`short_advice_minutes` integer DEFAULT 15 NOT NULL,
	`default_durations` text DEFAULT '[]' NOT NULL,
	`season_weeks` text DEFAULT '[]' NOT NULL,
	`shares_named_providers` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_slug` ON `organisations` (`slug`);--> statement-breakpoint
CREATE INDEX `organisations_parent` ON `organisations` (`parent_id`);--> statement-breakpoint
CREATE TABLE `tags` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_name` ON `tags` (`owner_id`,`name`);--> statement-breakpoint
CREATE TABLE `channels` (
	`id` text PRIMARY KEY NOT NULL,
	`establishment_id` text NOT NULL,
	`kind` text NOT NULL,
	`service` text,
	`url` text,
	`state` text DEFAULT 'unknown' NOT NULL,
	`checked_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`establishment_id`) REFERENCES `establishments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `channels_establishment` ON `channels` (`establishment_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`name` text NOT NULL,
	`function` text,
	`email` text,
	`phone` text,
	`preferred_way` text DEFAULT 'mail' NOT NULL,
	`locale` text DEFAULT 'fr' NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`returns_each_season` integer DEFAULT false NOT NULL,
	`invitations_refused_at` integer,
	`newsletter_consent_at` integer,
	`pictures_consent_at` integer,
	`origin` text DEFAULT 'typed' NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `contacts_provider` ON `contacts` (`provider_id`);--> statement-breakpoint
CREATE INDEX `contacts_owner_email` ON `contacts` (`owner_id`,`email`);--> statement-breakpoint
CREATE TABLE `duplicate_answers` (
	`owner_id` text NOT NULL,
	`a_id` text NOT NULL,
	`b_id` text NOT NULL,
	`answer` text NOT NULL,
	`answered_by_id` text NOT NULL,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`a_id`, `b_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `establishment_identities` (
	`owner_id` text NOT NULL,
	`establishment_id` text NOT NULL,
	`source` text NOT NULL,
	`external_id` text NOT NULL,
	`removed_by_source_on` text,
	PRIMARY KEY(`owner_id`, `source`, `external_id`),
	FOREIGN KEY (`establishment_id`) REFERENCES `establishments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `establishment_identities_establishment` ON `establishment_identities` (`establishment_id`);--> statement-breakpoint
CREATE TABLE `establishment_labels` (
	`id` text PRIMARY KEY NOT NULL,
	`establishment_id` text NOT NULL,
	`label` text NOT NULL,
	`rating` text,
	`ends_on` text,
	FOREIGN KEY (`establishment_id`) REFERENCES `establishments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `establishment_labels_establishment` ON `establishment_labels` (`establishment_id`);--> statement-breakpoint
CREATE TABLE `establishment_names` (
	`id` text PRIMARY KEY NOT NULL,
	`establishment_id` text NOT NULL,
	`name` text NOT NULL,
	`until_on` text,
	FOREIGN KEY (`establishment_id`) REFERENCES `establishments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `establishment_names_establishment` ON `establishment_names` (`establishment_id`);--> statement-breakpoint
CREATE TABLE `establishment_source_values` (
	`establishment_id` text NOT NULL,
	`source` text NOT NULL,
	`field` text NOT NULL,
	`value` text,
	`imported_at` integer NOT NULL,
	PRIMARY KEY(`establishment_id`, `source`, `field`),
	FOREIGN KEY (`establishment_id`) REFERENCES `establishments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `establishment_states` (
	`id` text PRIMARY KEY NOT NULL,
	`establishment_id` text NOT NULL,
	`state` text NOT NULL,
	`from_on` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`establishment_id`) REFERENCES `establishments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `establishment_states_establishment` ON `establishment_states` (`establishment_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `establishments` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`is_main` integer DEFAULT false NOT NULL,
	`capacity` integer,
	`opening_months` text DEFAULT '[]' NOT NULL,
	`languages` text DEFAULT '[]' NOT NULL,
	`street` text,
	`postcode` text,
	`insee_code` text,
	`commune_name` text,
	`latitude` real,
	`longitude` real,
	`registration_number` text,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `establishments_provider` ON `establishments` (`provider_id`);--> statement-breakpoint
CREATE INDEX `establishments_owner` ON `establishments` (`owner_id`,`kind`,`insee_code`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`kind` text NOT NULL,
	`provider_id` text NOT NULL,
	`contact_id` text,
	`from_user_id` text,
	`to_user_id` text,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`handled_at` integer,
	`handled_by_id` text,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `messages_to` ON `messages` (`to_user_id`,`handled_at`);--> statement-breakpoint
CREATE INDEX `messages_provider` ON `messages` (`provider_id`);--> statement-breakpoint
CREATE TABLE `partnerships` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`year` integer NOT NULL,
	`level` text NOT NULL,
	FOREIGN KEY (`provider_id`) REFERENCES `providers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `partnerships_year` ON `partnerships` (`provider_id`,`year`);--> statement-breakpoint
CREATE INDEX `partnerships_owner` ON `partnerships` (`owner_id`,`year`);--> statement-breakpoint
CREATE TABLE `provider_tags` (
	`provider_id` text NOT NULL,
	`tag_id` text NOT NULL,
	PRIMARY KEY(`provider_id`, `tag_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `providers` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`siret` text,
	`referent_id` text,
	`search_text` text NOT NULL,
	`kind` text NOT NULL,
	`insee_code` text,
	`first_support_on` text,
	`last_support_on` text,
	`origin` text DEFAULT 'typed' NOT NULL,
	`merged_into_id` text,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `providers_owner_name` ON `providers` (`owner_id`,`name`,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `providers_owner_last` ON `providers` (`owner_id`,`last_support_on`,`id`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `providers_siret` ON `providers` (`owner_id`,`siret`);--> statement-breakpoint
CREATE TABLE `source_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`establishment_id` text NOT NULL,
	`source` text NOT NULL,
	`field` text NOT NULL,
	`old_value` text,
	`new_value` text,
	`assignee_id` text,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`establishment_id`) REFERENCES `establishments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `source_corrections_owner` ON `source_corrections` (`owner_id`,`closed_at`);--> statement-breakpoint
CREATE TABLE `resources` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`owner_id` text,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`theme` text NOT NULL,
	`sub_theme` text,
	`level` text DEFAULT 'beginner' NOT NULL,
	`locale` text DEFAULT 'fr' NOT NULL,
	`minutes` integer,
	`for_kinds` text DEFAULT '[]' NOT NULL,
	`visibility` text DEFAULT 'office' NOT NULL,
	`url` text,
	`file_id` text,
	`reviewed_on` text,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `resources_id_unique` ON `resources` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `resources_slug` ON `resources` (`slug`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `resources_theme` ON `resources` (`theme`,`sub_theme`);--> statement-breakpoint
CREATE INDEX `resources_owner` ON `resources` (`owner_id`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`actor_id` text NOT NULL,
	`command` text NOT NULL,
	`subject_id` text NOT NULL,
	`owner_id` text,
	`detail` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_entries_owner` ON `audit_entries` (`owner_id`,`at`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`form` text NOT NULL,
	`fields` text NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `drafts_user` ON `drafts` (`user_id`,`form`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `files_subject` ON `files` (`subject`,`subject_id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`actor_id` text NOT NULL,
	`command` text NOT NULL,
	`id` text NOT NULL,
	`input_hash` text NOT NULL,
	`result` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`actor_id`, `command`, `id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `installation` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`dedupe_key` text,
	`run_at` integer NOT NULL,
	`lease_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`progress` integer DEFAULT 0 NOT NULL,
	`error` text,
	`created_at` integer NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`run_at`) WHERE state IN ('waiting', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_dedupe` ON `jobs` (`dedupe_key`) WHERE dedupe_key IS NOT NULL AND state IN ('waiting', 'running');--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text,
	`recipient` text NOT NULL,
	`reply_to` text,
	`subject` text NOT NULL,
	`html` text NOT NULL,
	`text` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`error` text,
	`created_at` integer NOT NULL,
	`sent_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `mails_created` ON `mails` (`created_at`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`version` integer NOT NULL,
	`before` text NOT NULL,
	`command` text NOT NULL,
	`actor_id` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `revisions_subject` ON `revisions` (`subject`,`subject_id`);