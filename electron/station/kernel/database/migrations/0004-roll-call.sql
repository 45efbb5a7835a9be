-- Roll calls, and who was ticked in them. Records: openStation folds them again after a migration.
CREATE TABLE rollCall (
  id TEXT NOT NULL PRIMARY KEY,
  event TEXT NOT NULL,
  started TEXT NOT NULL, startedBy TEXT NOT NULL, startedAt TEXT NOT NULL,
  horizon TEXT NOT NULL,  -- when the last one ended that its station knew of; empty where it knew of none
  ended TEXT NOT NULL, endedBy TEXT NOT NULL, endedAt TEXT NOT NULL,  -- empty while it is open
  accounted INTEGER NOT NULL, toFind INTEGER NOT NULL, leftSince INTEGER NOT NULL  -- as known to the station that ended it
) STRICT, WITHOUT ROWID;
CREATE INDEX rollCallByEvent ON rollCall (event, started, id);

-- One row a roll call and person; `ticks` is each tick that still stands, as JSON, and empty once all were taken back.
CREATE TABLE rollCallTick (
  id TEXT NOT NULL PRIMARY KEY,
  rollCall TEXT NOT NULL, delegate TEXT NOT NULL, ticks TEXT NOT NULL, latest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX rollCallTickByDelegate ON rollCallTick (delegate);
CREATE INDEX rollCallTickByRollCall ON rollCallTick (rollCall, latest);
