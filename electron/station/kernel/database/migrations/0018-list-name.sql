-- What a list calls somebody who asked to be called otherwise. Records: openStation folds them again after a migration.
ALTER TABLE delegate ADD COLUMN listName TEXT NOT NULL DEFAULT '';
