-- Wrong tries at the PIN and the passphrase: for each screen that staff were let in at before, and, with an empty screen, for all others
-- together. staffAttempt, which counted everybody's as one, is not read any more. Times in milliseconds; "full": when nothing is spent.
CREATE TABLE staffTries (
  role TEXT NOT NULL, screen TEXT NOT NULL,
  wrong INTEGER NOT NULL, last INTEGER NOT NULL, "full" INTEGER NOT NULL,
  PRIMARY KEY (role, screen)
) STRICT, WITHOUT ROWID;

-- The screens that staff were let in at last.
CREATE TABLE staffScreen (screen TEXT NOT NULL PRIMARY KEY, unlocked INTEGER NOT NULL) STRICT, WITHOUT ROWID;
