CREATE TABLE `network_months` (
	`network_id` text NOT NULL,
	`month` text NOT NULL,
	`dimension` text NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`sessions` integer NOT NULL,
	`short_advices` integer NOT NULL,
	`supports` integer NOT NULL,
	`minutes` integer NOT NULL,
	`excused` integer NOT NULL,
	`absent` integer NOT NULL,
	PRIMARY KEY(`network_id`, `dimension`, `month`, `kind`, `code`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `office_years` (
	`owner_id` text NOT NULL,
	`year` text NOT NULL,
	`sessions` integer NOT NULL,
	`supports` integer NOT NULL,
	`minutes` integer NOT NULL,
	`reached` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `year`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `organisation_ancestors` (
	`organisation_id` text NOT NULL,
	`ancestor_id` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `ancestor_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `organisation_ancestors_above` ON `organisation_ancestors` (`ancestor_id`,`organisation_id`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `publishes_figures` integer DEFAULT false NOT NULL;
--> statement-breakpoint
INSERT INTO organisation_ancestors (organisation_id, ancestor_id)
WITH RECURSIVE above (id, ancestor) AS (
  SELECT id, parent_id FROM organisations WHERE parent_id IS NOT NULL
  UNION SELECT above.id, o.parent_id FROM above JOIN organisations o ON o.id = above.ancestor WHERE o.parent_id IS NOT NULL
) SELECT id, ancestor FROM above;
--> statement-breakpoint
INSERT INTO network_months (network_id, month, dimension, kind, code, sessions, short_advices, supports, minutes, excused, absent)
SELECT a.ancestor_id, m.month, d.dimension, m.kind, iif(d.dimension = 'theme', m.theme, m.channel), sum(m.sessions), sum(m.short_advices), sum(m.supports), sum(m.minutes), sum(m.excused), sum(m.absent)
FROM month_summaries m JOIN organisation_ancestors a ON a.organisation_id = m.owner_id
  JOIN (SELECT 'theme' AS dimension UNION ALL SELECT 'channel') d GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
INSERT INTO office_years (owner_id, year, sessions, supports, minutes, reached)
SELECT owner_id, year, sum(sessions), sum(supports), sum(minutes), sum(reached) FROM (
  SELECT owner_id, substr(month, 1, 4) AS year, sum(sessions) AS sessions, sum(supports) AS supports, sum(minutes) AS minutes, 0 AS reached
  FROM month_summaries WHERE kind <> 'other_work' GROUP BY 1, 2
  UNION ALL SELECT owner_id, substr(month, 1, 4), 0, 0, 0, count(DISTINCT provider_id) FROM provider_months GROUP BY 1, 2
) GROUP BY 1, 2;
--> statement-breakpoint
CREATE TRIGGER organisations_above AFTER INSERT ON organisations
BEGIN
  INSERT INTO organisation_ancestors (organisation_id, ancestor_id)
  SELECT NEW.id, NEW.parent_id WHERE NEW.parent_id IS NOT NULL
  UNION SELECT NEW.id, ancestor_id FROM organisation_ancestors WHERE organisation_id = NEW.parent_id;
END;
--> statement-breakpoint
CREATE TRIGGER month_summaries_added AFTER INSERT ON month_summaries
BEGIN
  INSERT INTO network_months (network_id, month, dimension, kind, code, sessions, short_advices, supports, minutes, excused, absent)
  SELECT a.ancestor_id, NEW.month, d.dimension, NEW.kind, iif(d.dimension = 'theme', NEW.theme, NEW.channel), NEW.sessions, NEW.short_advices, NEW.supports, NEW.minutes, NEW.excused, NEW.absent
  FROM organisation_ancestors a JOIN (SELECT 'theme' AS dimension UNION ALL SELECT 'channel') d
  WHERE a.organisation_id = NEW.owner_id
  ON CONFLICT (network_id, dimension, month, kind, code) DO UPDATE SET sessions = sessions + excluded.sessions, short_advices = short_advices + excluded.short_advices, supports = supports + excluded.supports, minutes = minutes + excluded.minutes, excused = excused + excluded.excused, absent = absent + excluded.absent;
  INSERT INTO office_years (owner_id, year, sessions, supports, minutes, reached)
  SELECT NEW.owner_id, substr(NEW.month, 1, 4), NEW.sessions, NEW.supports, NEW.minutes, 0 WHERE NEW.kind <> 'other_work'
  ON CONFLICT (owner_id, year) DO UPDATE SET sessions = sessions + excluded.sessions, supports = supports + excluded.supports, minutes = minutes + excluded.minutes;
END;
--> statement-breakpoint
CREATE TRIGGER month_summaries_changed AFTER UPDATE ON month_summaries
BEGIN
  INSERT INTO network_months (network_id, month, dimension, kind, code, sessions, short_advices, supports, minutes, excused, absent)
  SELECT a.ancestor_id, NEW.month, d.dimension, NEW.kind, iif(d.dimension = 'theme', NEW.theme, NEW.channel), NEW.sessions - OLD.sessions, NEW.short_advices - OLD.short_advices, NEW.supports - OLD.supports, NEW.minutes - OLD.minutes, NEW.excused - OLD.excused, NEW.absent - OLD.absent
  FROM organisation_ancestors a JOIN (SELECT 'theme' AS dimension UNION ALL SELECT 'channel') d
  WHERE a.organisation_id = NEW.owner_id
  ON CONFLICT (network_id, dimension, month, kind, code) DO UPDATE SET sessions = sessions + excluded.sessions, short_advices = short_advices + excluded.short_advices, supports = supports + excluded.supports, minutes = minutes + excluded.minutes, excused = excused + excluded.excused, absent = absent + excluded.absent;
  INSERT INTO office_years (owner_id, year, sessions, supports, minutes, reached)
  SELECT NEW.owner_id, substr(NEW.month, 1, 4), NEW.sessions - OLD.sessions, NEW.supports - OLD.supports, NEW.minutes - OLD.minutes, 0 WHERE NEW.kind <> 'other_work'
  ON CONFLICT (owner_id, year) DO UPDATE SET sessions = sessions + excluded.sessions, supports = supports + excluded.supports, minutes = minutes + excluded.minutes;
END;
--> statement-breakpoint
CREATE TRIGGER month_summaries_removed AFTER DELETE ON month_summaries
BEGIN
  INSERT INTO network_months (network_id, month, dimension, kind, code, sessions, short_advices, supports, minutes, excused, absent)
  SELECT a.ancestor_id, OLD.month, d.dimension, OLD.kind, iif(d.dimension = 'theme', OLD.theme, OLD.channel), -OLD.sessions, -OLD.short_advices, -OLD.supports, -OLD.minutes, -OLD.excused, -OLD.absent
  FROM organisation_ancestors a JOIN (SELECT 'theme' AS dimension UNION ALL SELECT 'channel') d
  WHERE a.organisation_id = OLD.owner_id
  ON CONFLICT (network_id, dimension, month, kind, code) DO UPDATE SET sessions = sessions + excluded.sessions, short_advices = short_advices + excluded.short_advices, supports = supports + excluded.supports, minutes = minutes + excluded.minutes, excused = excused + excluded.excused, absent = absent + excluded.absent;
  INSERT INTO office_years (owner_id, year, sessions, supports, minutes, reached)
  SELECT OLD.owner_id, substr(OLD.month, 1, 4), -OLD.sessions, -OLD.supports, -OLD.minutes, 0 WHERE OLD.kind <> 'other_work'
  ON CONFLICT (owner_id, year) DO UPDATE SET sessions = sessions + excluded.sessions, supports = supports + excluded.supports, minutes = minutes + excluded.minutes;
END;
--> statement-breakpoint
CREATE TRIGGER provider_months_added AFTER INSERT ON provider_months
BEGIN
  INSERT INTO office_years (owner_id, year, sessions, supports, minutes, reached)
  SELECT NEW.owner_id, substr(NEW.month, 1, 4), 0, 0, 0, 1
  WHERE (SELECT count(*) FROM provider_months m WHERE m.provider_id = NEW.provider_id AND m.owner_id = NEW.owner_id
    AND substr(m.month, 1, 4) = substr(NEW.month, 1, 4)) = 1
  ON CONFLICT (owner_id, year) DO UPDATE SET reached = reached + excluded.reached;
END;
--> statement-breakpoint
CREATE TRIGGER provider_months_removed AFTER DELETE ON provider_months
BEGIN
  INSERT INTO office_years (owner_id, year, sessions, supports, minutes, reached)
  SELECT OLD.owner_id, substr(OLD.month, 1, 4), 0, 0, 0, -1
  WHERE (SELECT count(*) FROM provider_months m WHERE m.provider_id = OLD.provider_id AND m.owner_id = OLD.owner_id
    AND substr(m.month, 1, 4) = substr(OLD.month, 1, 4)) = 0
  ON CONFLICT (owner_id, year) DO UPDATE SET reached = reached + excluded.reached;
END;
