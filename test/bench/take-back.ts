/** A list of 20,000 people that was the wrong one: taken back, beside reading it in; and its needs purged, and all of it checked. */
import Papa from 'papaparse'
import { inventedPeople } from '../fixtures/people.ts'
import { openStation, type Station } from '../../electron/station/app/station.ts'
import { shippedPack } from './bench-station.ts'
import type { Figure } from './figure.ts'
import { inFolder, timed } from './measure.ts'

const PEOPLE = 20_000
/** Every so many people something is said of their needs. */
const NEEDS_EVERY = 5
const ORGANISER = { role: 'organiser', delegate: null } as const

function wrongList(): Uint8Array {
  const rows = inventedPeople({ count: PEOPLE, seed: 7 }).map(
    ({ name, role, organisation, sector, email, table }, index) => [
      name,
      role,
      organisation,
      sector,
      email,
      table,
      `EB-${String(index).padStart(9, '0')}`,
      index % NEEDS_EVERY === 0 ? 'No nuts' : '',
    ],
  )
  const headings = ['Name', 'Role', 'Organisation', 'Sector', 'Email', 'Table', 'Ticket code', 'Dietary needs']
  return new TextEncoder().encode(Papa.unparse([headings, ...rows]))
}

/** How long all of it took and its longest step, in milliseconds; and how many people went. */
function takenBack(station: Station): { all: number; longest: number; gone: number } {
  const { importUndo } = station.signIn
  const id = importUndo.imports()[0]?.id ?? ''
  const seen = importUndo.before(id)?.seen ?? ''
  const steps = importUndo.inPages(ORGANISER, { id, reason: 'The wrong list', seen })
  let [all, longest] = [0, 0]
  for (;;) {
    const began = performance.now()
    const step = steps.next()
    const took = performance.now() - began
    all += took
    longest = Math.max(longest, took)
    if (step.done !== true) continue
    return { all, longest, gone: step.value?.code === 'undone' ? step.value.gone : 0 }
  }
}

/**
 * `take-back-20k-seconds`, `check-20k` and `purge-needs-20k`, in seconds, against reading that list in; `take-back-longest-step`, in
 * milliseconds, is how long another call may wait meanwhile, against a sign-in of one person.
 */
export const benchTakeBack = (): Promise<Figure[]> =>
  inFolder(async (folder) => {
    const station = openStation(folder)
    try {
      station.loadEvent(shippedPack(), false)
      const bytes = wrongList()
      const read = await timed(() => void station.signIn.importer.run(ORGANISER, 'wrong.csv', bytes, {}))
      const check = await timed(() => station.check())
      const purge = await timed(() => station.signIn.purgeNeeds(ORGANISER, 'The day is over'))
      const [first] = station.signIn.list({ search: '', offset: 0, limit: 1, presence: null }).items
      const signIn = await timed(() => station.signIn.signIn(ORGANISER, first?.id ?? ''))
      const { all, longest, gone } = takenBack(station)
      if (gone !== PEOPLE - 1) throw new Error(`Of ${PEOPLE} people ${gone} went`)
      const against = { against: 'reading the list in', againstValue: read / 1000, unit: 's' as const }
      return [
        { name: 'take-back-20k-seconds', value: all / 1000, ...against },
        {
          name: 'take-back-longest-step',
          value: longest,
          unit: 'ms',
          against: 'one sign-in',
          againstValue: signIn,
        },
        { name: 'check-20k', value: check / 1000, ...against },
        { name: 'purge-needs-20k', value: purge / 1000, ...against },
      ]
    } finally {
      station.close()
    }
  })
