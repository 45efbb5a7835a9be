-- How a pledge, an action or an idea came: at a screen, or from a printed card or sheet; and when it was written down here.
-- Records: openStation folds them again after a migration.
ALTER TABLE pledge ADD COLUMN origin TEXT NOT NULL DEFAULT 'screen';
ALTER TABLE pledge ADD COLUMN card TEXT NOT NULL DEFAULT '';
ALTER TABLE pledge ADD COLUMN entered TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN origin TEXT NOT NULL DEFAULT 'screen';
ALTER TABLE action ADD COLUMN card TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN entered TEXT NOT NULL DEFAULT '';
ALTER TABLE idea ADD COLUMN origin TEXT NOT NULL DEFAULT 'screen';
ALTER TABLE idea ADD COLUMN card TEXT NOT NULL DEFAULT '';
ALTER TABLE idea ADD COLUMN entered TEXT NOT NULL DEFAULT '';
-- Answers to the one question at the way out, of nobody: which one, and nothing else.
CREATE TABLE wayOutAnswer (
  id TEXT NOT NULL PRIMARY KEY,
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID;
