-- Whose badge was given to somebody who said no more than a name: it counts as no more than that, also after a restart.
CREATE TABLE handedOut (delegate TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
