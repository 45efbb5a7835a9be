/** Reads the delegates of a table in one go, as a test does that waits for nobody else. */
import { AS_FOUND } from '../../shared/domain/import-decisions.ts'
import type { Mapping } from '../../electron/station/sign-in/import/mapping.ts'
import { type DelegatesRead, readingDelegates } from '../../electron/station/sign-in/import/read-delegates.ts'
import type { EventNames } from '../../electron/station/sign-in/import/one-of.ts'
import type { Table } from '../../electron/files/tables/index.ts'
import { drain } from '../../electron/slices.ts'

export const readDelegates = (
  table: Table,
  mapping: Mapping,
  event: EventNames,
  fixes = AS_FOUND.fixes,
): DelegatesRead => drain(readingDelegates(table, mapping, event, fixes))
