/** What the list of delegates says of an organisation or a name that stands in another record, for lists that are narrowed by it. */
import type { Sql } from '../kernel/list.ts'

/** The one sector that the list has for an organisation of this name; nothing where it says none, or several. */
export const sectorOnTheList = (organisation: Sql): Sql => ({
  sql: `(SELECT CASE WHEN count(DISTINCT listed.sector) = 1 THEN max(listed.sector) END FROM delegate listed
    WHERE listed.organisation = ${organisation.sql} COLLATE NOCASE AND listed.organisation <> '' AND listed.sector <> '' AND listed.status <> 'withdrawn')`,
  values: organisation.values,
})

/** 1 where somebody of this name is on the list with an e-mail address, else 0. */
export const hasEmailOnTheList = (name: Sql): Sql => ({
  sql: `EXISTS (SELECT 1 FROM delegate listed
    WHERE listed.name = ${name.sql} COLLATE NOCASE AND listed.name <> '' AND listed.email <> '' AND listed.status <> 'withdrawn')`,
  values: name.values,
})
