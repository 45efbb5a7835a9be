-- The recovery sheet that holds, if there is one: never the secret on it. `made` in milliseconds.
CREATE TABLE recoverySheet (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  salt TEXT NOT NULL, hash TEXT NOT NULL, cost INTEGER NOT NULL, made INTEGER NOT NULL
) STRICT;
