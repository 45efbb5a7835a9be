-- A list of many people is written in pages: since when, where that is not done yet. Records: openStation folds them again after a migration.
ALTER TABLE listImport ADD COLUMN importing TEXT NOT NULL DEFAULT '';
