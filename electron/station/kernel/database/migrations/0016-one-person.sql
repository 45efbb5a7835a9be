-- Who is one person with whom: of each of them, who leads. Made from the merges that stand.
CREATE TABLE onePerson (id TEXT NOT NULL PRIMARY KEY, leader TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX onePersonByLeader ON onePerson (leader);
