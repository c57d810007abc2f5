CREATE TABLE `commune_outlines` (
	`organisation_id` text NOT NULL,
	`insee_code` text NOT NULL,
	`geometry` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `insee_code`)
) STRICT;
