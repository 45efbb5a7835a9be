/** The table: every call of the contract, and what each role is answered, on every kind of tablet. */
import type { Group } from './calls.ts'
import type { Hall } from './hall.ts'
import type { ByRole, ByState, RowsOf } from './row.ts'
import { attendanceRows, badgesRows, paperRows, rollCallRows } from './rows/desk.ts'
import {
  cardsRows,
  draftsRows,
  followUpRows,
  peopleRows,
  planRows,
  pledgesRows,
  wayOutRows,
  workshopsRows,
} from './rows/promises.ts'
import { eventRows } from './rows/event.ts'
import { importRows, selfServiceRows, signInRows } from './rows/sign-in.ts'
import { staffRows, stationRows, sticksRows, updatesRows, wallRows } from './rows/station.ts'

const groups: { [G in Group]: RowsOf<G> } = {
  station: stationRows,
  event: eventRows,
  staff: staffRows,
  drafts: draftsRows,
  signIn: signInRows,
  import: importRows,
  selfService: selfServiceRows,
  badges: badgesRows,
  rollCall: rollCallRows,
  paper: paperRows,
  attendance: attendanceRows,
  people: peopleRows,
  pledges: pledgesRows,
  workshops: workshopsRows,
  cards: cardsRows,
  wayOut: wayOutRows,
  plan: planRows,
  followUp: followUpRows,
  wall: wallRows,
  sticks: sticksRows,
  updates: updatesRows,
}

/** A row as it is walked, whatever its call is given. */
export type AnyRow = {
  give?: unknown
  who: ByRole
  when: ByState
  atTheDoor?: true
  browser?: { who?: ByRole; when?: ByState; because: string }
}

/** Rows by the name of their call. */
export type Table = ReadonlyMap<string, AnyRow>

export const table: Table = new Map(
  Object.entries(groups).flatMap(([group, rows]) =>
    Object.entries(rows).map(([call, row]): [string, AnyRow] => [`${group}.${call}`, row as AnyRow]),
  ),
)

/** What is given with the call of this row: made in the hall where the row asks for it. */
export const givenIn = ({ give }: AnyRow, hall: Hall): unknown =>
  typeof give === 'function' ? (give as (hall: Hall) => unknown)(hall) : give

/** A sentence for each call without a row, and for each row without a call. */
export function unmatched(names: readonly string[], rows: Table): string[] {
  return [
    ...names
      .filter((name) => !rows.has(name))
      .map((name) => `${name} is in the contract and not in the table: give it a row in test/contract/rows.`),
    ...[...rows.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => `${name} has a row and is not in the contract any more: take its row out of test/contract/rows.`),
  ]
}
