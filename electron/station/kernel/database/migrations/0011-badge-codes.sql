-- Every badge code that somebody was ever given finds them: those beside the one that is printed, with a space between; empty mostly.
-- Records: openStation folds them again after a migration.
ALTER TABLE delegate ADD COLUMN otherBadges TEXT NOT NULL DEFAULT '';
CREATE INDEX delegateByOtherBadges ON delegate (otherBadges) WHERE otherBadges <> '';
