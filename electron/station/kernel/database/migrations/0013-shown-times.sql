-- Roll calls tell order and time apart: what is shown is what the clock said, and what was known to be over stands by name.
DROP TABLE rollCall;
CREATE TABLE rollCall (
  id TEXT NOT NULL PRIMARY KEY, event TEXT NOT NULL,
  started TEXT NOT NULL, startedBy TEXT NOT NULL, startedAt TEXT NOT NULL, startedSeq INTEGER NOT NULL,
  over TEXT NOT NULL,       -- JSON: those that its station knew to be over; empty where it did not say
  ended TEXT NOT NULL, endedBy TEXT NOT NULL, endedAt TEXT NOT NULL, endedSeq INTEGER NOT NULL,
  endedOrder TEXT NOT NULL, -- where its end stands in the order of facts
  endedWith TEXT NOT NULL,  -- JSON: those that were ended by the same press; empty while it is open
  accounted INTEGER NOT NULL, toFind INTEGER NOT NULL, leftSince INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX rollCallByEvent ON rollCall (event, started, id);

DROP TABLE rollCallTick;
CREATE TABLE rollCallTick (
  id TEXT NOT NULL PRIMARY KEY,
  rollCall TEXT NOT NULL, delegate TEXT NOT NULL, ticks TEXT NOT NULL,
  latest TEXT NOT NULL,      -- where the last of it stands in the order of facts
  latestTime TEXT NOT NULL   -- and when that was
) STRICT, WITHOUT ROWID;
CREATE INDEX rollCallTickByDelegate ON rollCallTick (delegate);
CREATE INDEX rollCallTickByRollCall ON rollCallTick (rollCall, latest);

-- Which fact of its station last changed where somebody is; 0 where they never came, or a line of paper says so.
ALTER TABLE attendance ADD COLUMN sinceSeq INTEGER NOT NULL DEFAULT 0;
