-- Offers that are alike and that a person confirmed as one group: `members` are the ids of the pledges, as JSON.
CREATE TABLE offerGroup (
  id TEXT NOT NULL PRIMARY KEY,
  type TEXT NOT NULL, sector TEXT NOT NULL, name TEXT NOT NULL, confirmedBy TEXT NOT NULL, members TEXT NOT NULL,
  changed TEXT NOT NULL, conflict INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
