-- Facts in format 2, every branch of every chain that is held.
CREATE TABLE fact2 (
  station TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  wall INTEGER NOT NULL,
  type TEXT NOT NULL,
  v INTEGER NOT NULL,
  subject TEXT NOT NULL,
  after TEXT NOT NULL,    -- JSON: the facts that the writer had seen last
  fields TEXT NOT NULL,   -- JSON: [path, class, about, salt, value], or [path, class, about, leaf] where it was taken out
  last INTEGER NOT NULL,  -- 1 at the end of a commit
  PRIMARY KEY (station, seq, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact2BySubject ON fact2 (subject, at);
CREATE INDEX fact2ByType ON fact2 (type);

-- How each chain begins, and the newest head that its own station signed.
CREATE TABLE chain2 (
  station TEXT NOT NULL PRIMARY KEY,
  event TEXT NOT NULL, publicKey TEXT NOT NULL,
  seq INTEGER NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL
) STRICT, WITHOUT ROWID;
