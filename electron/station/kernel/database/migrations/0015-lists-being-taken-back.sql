-- A list of many people is taken back in pages: since when, where that is not done yet. Records: openStation folds them again after a migration.
ALTER TABLE listImport ADD COLUMN undoing TEXT NOT NULL DEFAULT '';
