-- Facts, the heads of their chains, what was set aside, and the station's own settings.
CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
  station TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  type TEXT NOT NULL,
  v INTEGER NOT NULL,
  subject TEXT NOT NULL,
  after TEXT,
  body TEXT,              -- JSON; NULL where redaction left nothing
  bodyHash TEXT,          -- only once redacted: the hash of the body as it was; otherwise it is computed from the body
  hash TEXT NOT NULL,
  PRIMARY KEY (station, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX factBySubject ON fact (subject, at, station, seq);

-- The last fact of each station. A head that does not match its fact means the file was cut or changed.
CREATE TABLE chain (station TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Facts that clash with one already held (the same station and number, another hash): kept for a person to look at.
CREATE TABLE setAside (station TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, fact TEXT NOT NULL, noticed TEXT NOT NULL, PRIMARY KEY (station, seq, hash)) STRICT, WITHOUT ROWID;

-- What someone is typing. Not facts, never merged.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'parked')),
  body TEXT NOT NULL,
  saved TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX openDraft ON draft (scope) WHERE state = 'open';

-- How this station knows its staff, and how often somebody got it wrong.
CREATE TABLE staffSecret (role TEXT NOT NULL PRIMARY KEY CHECK (role IN ('steward', 'organiser')), salt TEXT NOT NULL, hash TEXT NOT NULL, cost INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE staffAttempt (role TEXT NOT NULL PRIMARY KEY, wrong INTEGER NOT NULL, last TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Records: what the facts add up to. Each can be thrown away and folded again.
CREATE TABLE station (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE event (id TEXT NOT NULL PRIMARY KEY, pack TEXT NOT NULL, rehearsal INTEGER NOT NULL, loaded TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE delegate (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL, role TEXT NOT NULL, organisation TEXT NOT NULL, sector TEXT NOT NULL, email TEXT NOT NULL, tableName TEXT NOT NULL,
  badge TEXT NOT NULL, ticket TEXT NOT NULL, walkIn INTEGER NOT NULL, status TEXT NOT NULL, changed TEXT NOT NULL, conflict INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX delegateByBadge ON delegate (badge);
CREATE INDEX delegateByTicket ON delegate (ticket) WHERE ticket <> '';
CREATE INDEX delegateByName ON delegate (name COLLATE NOCASE);

CREATE TABLE needs (id TEXT NOT NULL PRIMARY KEY, access TEXT NOT NULL, dietary TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
  id TEXT NOT NULL PRIMARY KEY,
  presence TEXT NOT NULL, since TEXT NOT NULL, station TEXT NOT NULL, firstIn TEXT NOT NULL, trail TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attendanceByPresence ON attendance (presence, firstIn);

CREATE TABLE pledge (
  id TEXT NOT NULL PRIMARY KEY,
  reference TEXT NOT NULL, byKind TEXT NOT NULL, delegate TEXT, name TEXT NOT NULL, organisation TEXT NOT NULL, sector TEXT NOT NULL,
  type TEXT NOT NULL, wording TEXT NOT NULL, quantity INTEGER, timescale TEXT NOT NULL, due TEXT, dueDerived INTEGER NOT NULL, priority TEXT,
  mayContact INTEGER NOT NULL, email TEXT NOT NULL, showName INTEGER NOT NULL,
  status TEXT NOT NULL, withdrawnReason TEXT NOT NULL, made TEXT NOT NULL, changed TEXT NOT NULL, conflict INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pledgeByMade ON pledge (made, id);
CREATE INDEX pledgeByReference ON pledge (reference);
CREATE INDEX pledgeByDelegate ON pledge (delegate) WHERE delegate IS NOT NULL;

CREATE TABLE action (
  id TEXT NOT NULL PRIMARY KEY,
  reference TEXT NOT NULL, session TEXT NOT NULL, tableId TEXT NOT NULL, title TEXT NOT NULL, owner TEXT NOT NULL, organisation TEXT NOT NULL,
  timescale TEXT NOT NULL, due TEXT, dueDerived INTEGER NOT NULL, measure TEXT NOT NULL, priority TEXT, place TEXT NOT NULL,
  status TEXT NOT NULL, withdrawnReason TEXT NOT NULL, made TEXT NOT NULL, changed TEXT NOT NULL, conflict INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX actionByTable ON action (session, tableId, place, id);
CREATE INDEX actionByReference ON action (reference);
CREATE INDEX actionByMade ON action (made, id);

CREATE TABLE idea (
  id TEXT NOT NULL PRIMARY KEY,
  reference TEXT NOT NULL, session TEXT NOT NULL, tableId TEXT NOT NULL, question TEXT NOT NULL, words TEXT NOT NULL, name TEXT NOT NULL, organisation TEXT NOT NULL,
  status TEXT NOT NULL, withdrawnReason TEXT NOT NULL, made TEXT NOT NULL, changed TEXT NOT NULL, conflict INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ideaByTable ON idea (session, tableId, made, id);
CREATE INDEX ideaByReference ON idea (reference);
CREATE INDEX ideaByMade ON idea (made, id);
