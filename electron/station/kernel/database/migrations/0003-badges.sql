-- What became of each delegate's badge: how often it was printed, and every time that was tried.
CREATE TABLE badgePrint (
  id TEXT NOT NULL PRIMARY KEY,
  prints INTEGER NOT NULL, last TEXT NOT NULL, failed INTEGER NOT NULL, trail TEXT NOT NULL
) STRICT, WITHOUT ROWID;
