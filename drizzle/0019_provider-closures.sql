CREATE TABLE `provider_closures` (
	`provider_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`last_support_on` text,
	PRIMARY KEY(`provider_id`, `from_on`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `provider_closures_owner` ON `provider_closures` (`owner_id`,`from_on`,`to_on`,`last_support_on`,`provider_id`);--> statement-breakpoint
DROP INDEX `establishment_states_closed`;
--> statement-breakpoint
INSERT INTO provider_closures (provider_id, owner_id, from_on, to_on, last_support_on)
SELECT d.provider_id, p.owner_id, d.from_on, d.to_on, p.last_support_on FROM (
  SELECT provider_id, from_on, lead(from_on) OVER (PARTITION BY provider_id ORDER BY from_on) AS to_on FROM (
    SELECT DISTINCT e.provider_id, s.from_on FROM establishments e JOIN establishment_states s ON s.establishment_id = e.id WHERE e.deleted_at IS NULL)
) d JOIN providers p ON p.id = d.provider_id AND p.deleted_at IS NULL
WHERE NOT EXISTS (SELECT 1 FROM establishments e WHERE e.provider_id = p.id AND e.deleted_at IS NULL
    AND coalesce((SELECT s.state IN ('closed', 'sold') FROM establishment_states s WHERE s.establishment_id = e.id AND s.from_on <= d.from_on ORDER BY s.from_on DESC LIMIT 1), 0) = 0);
--> statement-breakpoint
CREATE VIEW provider_closures_due AS SELECT id AS provider_id FROM providers;
--> statement-breakpoint
CREATE TRIGGER provider_closures_kept INSTEAD OF INSERT ON provider_closures_due
BEGIN
  DELETE FROM provider_closures WHERE provider_id = NEW.provider_id;
  INSERT INTO provider_closures (provider_id, owner_id, from_on, to_on, last_support_on)
  SELECT p.id, p.owner_id, d.from_on, d.to_on, p.last_support_on FROM (
    SELECT from_on, lead(from_on) OVER (ORDER BY from_on) AS to_on FROM (
      SELECT DISTINCT s.from_on FROM establishments e JOIN establishment_states s ON s.establishment_id = e.id
      WHERE e.provider_id = NEW.provider_id AND e.deleted_at IS NULL)
  ) d JOIN providers p ON p.id = NEW.provider_id AND p.deleted_at IS NULL
  WHERE NOT EXISTS (SELECT 1 FROM establishments e WHERE e.provider_id = NEW.provider_id AND e.deleted_at IS NULL
    AND coalesce((SELECT s.state IN ('closed', 'sold') FROM establishment_states s WHERE s.establishment_id = e.id AND s.from_on <= d.from_on ORDER BY s.from_on DESC LIMIT 1), 0) = 0);
END;
--> statement-breakpoint
CREATE TRIGGER states_closed_added AFTER INSERT ON establishment_states
WHEN NEW.state IN ('closed', 'sold') OR EXISTS (
  SELECT 1 FROM provider_closures WHERE provider_id = (SELECT provider_id FROM establishments WHERE id = NEW.establishment_id))
BEGIN
  INSERT INTO provider_closures_due (provider_id) SELECT provider_id FROM establishments WHERE id = NEW.establishment_id;
END;
--> statement-breakpoint
CREATE TRIGGER states_closed_changed AFTER UPDATE ON establishment_states
BEGIN
  INSERT INTO provider_closures_due (provider_id) SELECT provider_id FROM establishments WHERE id IN (OLD.establishment_id, NEW.establishment_id);
END;
--> statement-breakpoint
CREATE TRIGGER states_closed_removed AFTER DELETE ON establishment_states
BEGIN
  INSERT INTO provider_closures_due (provider_id) SELECT provider_id FROM establishments WHERE id = OLD.establishment_id;
END;
--> statement-breakpoint
CREATE TRIGGER establishments_closed_added AFTER INSERT ON establishments
WHEN EXISTS (SELECT 1 FROM provider_closures WHERE provider_id = NEW.provider_id)
BEGIN
  INSERT INTO provider_closures_due (provider_id) VALUES (NEW.provider_id);
END;
--> statement-breakpoint
CREATE TRIGGER establishments_closed_changed AFTER UPDATE OF deleted_at, provider_id ON establishments
BEGIN
  INSERT INTO provider_closures_due (provider_id) SELECT OLD.provider_id UNION SELECT NEW.provider_id;
END;
--> statement-breakpoint
CREATE TRIGGER establishments_closed_removed AFTER DELETE ON establishments
BEGIN
  INSERT INTO provider_closures_due (provider_id) VALUES (OLD.provider_id);
END;
--> statement-breakpoint
CREATE TRIGGER providers_closed_changed AFTER UPDATE OF deleted_at, owner_id ON providers
BEGIN
  INSERT INTO provider_closures_due (provider_id) VALUES (NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER providers_closed_met AFTER UPDATE OF last_support_on ON providers WHEN NEW.last_support_on IS NOT OLD.last_support_on
BEGIN
  UPDATE provider_closures SET last_support_on = NEW.last_support_on WHERE provider_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER providers_closed_removed AFTER DELETE ON providers
BEGIN
  DELETE FROM provider_closures WHERE provider_id = OLD.id;
END;
