-- Which of young people’s quotations an action answers. Records: openStation folds them again after a migration.
ALTER TABLE action ADD COLUMN voice TEXT NOT NULL DEFAULT '';
