CREATE TABLE `office_totals` (
	`owner_id` text NOT NULL,
	`kind` text NOT NULL,
	`sessions` integer NOT NULL,
	`supports` integer NOT NULL,
	`minutes` integer NOT NULL,
	`preparation_minutes` integer NOT NULL,
	`travel_minutes` integer NOT NULL,
	`travel_kilometres` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `kind`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `providers_met` ON `providers` (`owner_id`) WHERE first_support_on IS NOT NULL;
--> statement-breakpoint
INSERT INTO office_totals (owner_id, kind, sessions, supports, minutes, preparation_minutes, travel_minutes, travel_kilometres)
SELECT owner_id, kind, sum(sessions), sum(supports), sum(minutes), sum(preparation_minutes), sum(travel_minutes), sum(travel_kilometres)
FROM month_summaries GROUP BY 1, 2;
--> statement-breakpoint
CREATE TRIGGER office_totals_added AFTER INSERT ON month_summaries
BEGIN
  INSERT INTO office_totals (owner_id, kind, sessions, supports, minutes, preparation_minutes, travel_minutes, travel_kilometres)
  VALUES (NEW.owner_id, NEW.kind, NEW.sessions, NEW.supports, NEW.minutes, NEW.preparation_minutes, NEW.travel_minutes, NEW.travel_kilometres)
  ON CONFLICT (owner_id, kind) DO UPDATE SET sessions = sessions + excluded.sessions, supports = supports + excluded.supports, minutes = minutes + excluded.minutes, preparation_minutes = preparation_minutes + excluded.preparation_minutes, travel_minutes = travel_minutes + excluded.travel_minutes, travel_kilometres = travel_kilometres + excluded.travel_kilometres;
END;
--> statement-breakpoint
CREATE TRIGGER office_totals_changed AFTER UPDATE ON month_summaries
BEGIN
  UPDATE office_totals SET sessions = sessions + NEW.sessions - OLD.sessions, supports = supports + NEW.supports - OLD.supports, minutes = minutes + NEW.minutes - OLD.minutes,
    preparation_minutes = preparation_minutes + NEW.preparation_minutes - OLD.preparation_minutes, travel_minutes = travel_minutes + NEW.travel_minutes - OLD.travel_minutes, travel_kilometres = travel_kilometres + NEW.travel_kilometres - OLD.travel_kilometres
  WHERE owner_id = NEW.owner_id AND kind = NEW.kind;
END;
--> statement-breakpoint
CREATE TRIGGER office_totals_removed AFTER DELETE ON month_summaries
BEGIN
  UPDATE office_totals SET sessions = sessions - OLD.sessions, supports = supports - OLD.supports, minutes = minutes - OLD.minutes,
    preparation_minutes = preparation_minutes - OLD.preparation_minutes, travel_minutes = travel_minutes - OLD.travel_minutes, travel_kilometres = travel_kilometres - OLD.travel_kilometres
  WHERE owner_id = OLD.owner_id AND kind = OLD.kind;
END;
