-- The newest head of each branch of a chain that is held, as its own station signed it: a copied disk has several, and each is carried.
CREATE TABLE head (
  station TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL,
  PRIMARY KEY (station, hash)
) STRICT, WITHOUT ROWID;
INSERT INTO head SELECT station, signedSeq, signedHash, signature FROM chain WHERE signature <> '';
ALTER TABLE chain DROP COLUMN signedSeq;
ALTER TABLE chain DROP COLUMN signedHash;
ALTER TABLE chain DROP COLUMN signature;
