-- Lists that were read in, so that one can be taken back. Records: openStation folds them again after a migration.
CREATE TABLE listImport (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL, name TEXT NOT NULL,
  added INTEGER NOT NULL, updated INTEGER NOT NULL,  -- how many people
  digest TEXT NOT NULL,  -- of the file
  undone TEXT NOT NULL  -- when it was taken back; empty while it stands
) STRICT, WITHOUT ROWID;
