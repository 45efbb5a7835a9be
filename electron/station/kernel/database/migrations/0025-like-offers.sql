-- Offers that are alike and that a person confirmed as one group. `members`: the ids of the pledges, and `otherNames`: what tablets called it
-- that had not heard of one another, both as JSON.
CREATE TABLE offerGroup (
  id TEXT NOT NULL PRIMARY KEY,
  type TEXT NOT NULL, sector TEXT NOT NULL, name TEXT NOT NULL, confirmedBy TEXT NOT NULL, otherNames TEXT NOT NULL,
  members TEXT NOT NULL, changed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
