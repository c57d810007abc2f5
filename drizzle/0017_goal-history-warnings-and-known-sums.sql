CREATE TABLE `office_known` (
	`owner_id` text PRIMARY KEY NOT NULL,
	`providers` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `goal_warnings` (
	`id` text PRIMARY KEY NOT NULL,
	`goal_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` integer NOT NULL,
	`awaited` integer NOT NULL,
	`created_at` integer NOT NULL,
	`acknowledged_by_id` text,
	`acknowledged_at` integer,
	`line` text DEFAULT '' NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `goal_warnings_owner` ON `goal_warnings` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `goal_warnings_open` ON `goal_warnings` (`goal_id`,`kind`) WHERE ended_at IS NULL;--> statement-breakpoint
ALTER TABLE `goals` ADD `reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `imports` ADD `report_reason` text;--> statement-breakpoint
CREATE INDEX `establishment_states_closed` ON `establishment_states` (`from_on`,`establishment_id`) WHERE state IN ('closed', 'sold');--> statement-breakpoint
INSERT INTO office_known (owner_id, providers) SELECT owner_id, count(*) FROM providers WHERE deleted_at IS NULL GROUP BY owner_id;
--> statement-breakpoint
CREATE TRIGGER providers_known_added AFTER INSERT ON providers WHEN NEW.deleted_at IS NULL
BEGIN
  INSERT INTO office_known (owner_id, providers) VALUES (NEW.owner_id, 1)
  ON CONFLICT (owner_id) DO UPDATE SET providers = providers + 1;
END;
--> statement-breakpoint
CREATE TRIGGER providers_known_changed AFTER UPDATE OF deleted_at, owner_id ON providers
BEGIN
  INSERT INTO office_known (owner_id, providers) SELECT OLD.owner_id, -1 WHERE OLD.deleted_at IS NULL
  ON CONFLICT (owner_id) DO UPDATE SET providers = providers + excluded.providers;
  INSERT INTO office_known (owner_id, providers) SELECT NEW.owner_id, 1 WHERE NEW.deleted_at IS NULL
  ON CONFLICT (owner_id) DO UPDATE SET providers = providers + excluded.providers;
END;
--> statement-breakpoint
CREATE TRIGGER providers_known_removed AFTER DELETE ON providers WHEN OLD.deleted_at IS NULL
BEGIN
  INSERT INTO office_known (owner_id, providers) VALUES (OLD.owner_id, -1)
  ON CONFLICT (owner_id) DO UPDATE SET providers = providers - 1;
END;
