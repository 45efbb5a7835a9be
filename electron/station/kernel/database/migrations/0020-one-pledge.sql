-- What is one pledge with what: of each of them, which leads. Made from the merges that stand.
CREATE TABLE onePledge (id TEXT NOT NULL PRIMARY KEY, leader TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX onePledgeByLeader ON onePledge (leader);
-- What says who pledged; and of those that are one, the other references and when they were made. Records: openStation folds them again after a migration.
ALTER TABLE pledge ADD COLUMN who TEXT NOT NULL DEFAULT '';
ALTER TABLE pledge ADD COLUMN otherReferences TEXT NOT NULL DEFAULT '';
ALTER TABLE pledge ADD COLUMN alsoMade TEXT NOT NULL DEFAULT '';
