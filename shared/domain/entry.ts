/** What pledges, actions and ideas have in common: by when, where somebody works, and how an entry stands. */
import { z } from 'zod'
import { conflict, flag, moment, oneOf, text } from './record.ts'
import { area, isoDate, optionalLine, requiredLine, said } from './text.ts'

/** By when, as it was answered: a day, their own words, or not sure yet. */
export const timescaleInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), date: isoDate }),
  z.object({ kind: z.literal('words'), words: requiredLine(120, 'Say by when, or choose “Not sure yet”') }),
  z.object({ kind: z.literal('open') }),
])
export type TimescaleInput = z.infer<typeof timescaleInput>

/** By when, as it is kept: what was said, the day it comes to, and whether that day was worked out by us. */
const timescaleKept = z.object({ stated: said, due: isoDate.nullable(), derived: z.boolean() })
export type TimescaleKept = z.infer<typeof timescaleKept>

export const byWhen = {
  timescale: text()
    .askedTogether(timescaleInput, {
      said: timescaleKept,
      says: { stated: 'words', due: 'none' },
      columns: ({ stated, due, derived }) => ({ timescale: stated, due, dueDerived: derived }),
    })
    .called('By when'),
  due: text().nullable().setWith(),
  dueDerived: flag().setWith(),
}

export const organisationField = text().searched().asked(optionalLine(160), 'identity').called('Organisation')
export const areaField = text().searched().asked(area, 'identity').called('Service area').before('')

export const STANDINGS = ['live', 'withdrawn'] as const

/** What every entry has at its end. */
export const standing = {
  status: oneOf(STANDINGS),
  withdrawnReason: text(),
  made: moment(),
  changed: moment(),
  conflict: conflict(),
}
