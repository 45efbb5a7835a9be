-- A note that only staff see, and how somebody first came in. Records: openStation folds them again after a migration.
ALTER TABLE delegate ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE attendance ADD COLUMN firstHow TEXT NOT NULL DEFAULT '';
CREATE INDEX attendanceBySince ON attendance (since) WHERE since <> '';
-- The door counts at every arrival: the few that are told apart have indexes of their own.
CREATE INDEX delegateWithdrawn ON delegate (id) WHERE status = 'withdrawn';
CREATE INDEX delegateWalkIn ON delegate (status) WHERE walkIn = 1;
