-- The organiser’s lists: most of the time those that stand, the latest first, or those of one organisation, whatever case it is written in.
CREATE INDEX pledgeByStanding ON pledge (status, made, id);
CREATE INDEX actionByStanding ON action (status, made, id);
CREATE INDEX ideaByStanding ON idea (status, made, id);
CREATE INDEX pledgeByOrganisation ON pledge (organisation COLLATE NOCASE);
CREATE INDEX actionByOrganisation ON action (organisation COLLATE NOCASE);
CREATE INDEX ideaByOrganisation ON idea (organisation COLLATE NOCASE);
CREATE INDEX delegateByOrganisation ON delegate (organisation COLLATE NOCASE);
