-- Facts in format 2 (docs/facts.md), every branch of every chain that is held. Those of format 1 wait in tables of their own until the
-- station is opened; it writes them anew, and the tables go.
DROP INDEX factBySubject;
ALTER TABLE fact RENAME TO fact1;
ALTER TABLE chain RENAME TO chain1;
DROP TABLE setAside;

CREATE TABLE fact (
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
CREATE INDEX factBySubject ON fact (subject, at);
CREATE INDEX factByType ON fact (type);

-- How each chain begins, its newest fact here, and the newest head that its own station signed. A head that does not match its fact means
-- the file was cut or changed.
CREATE TABLE chain (
  station TEXT NOT NULL PRIMARY KEY,
  event TEXT NOT NULL, publicKey TEXT NOT NULL,
  seq INTEGER NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL,
  signedSeq INTEGER NOT NULL, signedHash TEXT NOT NULL, signature TEXT NOT NULL,
  forked INTEGER NOT NULL  -- the first number that is there more than once; 0 where none is
) STRICT, WITHOUT ROWID;
