-- Where in an organisation: a team, a department or a directorate. Records: openStation folds them again after a migration.
ALTER TABLE delegate ADD COLUMN area TEXT NOT NULL DEFAULT '';
ALTER TABLE pledge ADD COLUMN area TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN area TEXT NOT NULL DEFAULT '';
ALTER TABLE idea ADD COLUMN area TEXT NOT NULL DEFAULT '';
