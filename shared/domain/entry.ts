/** What pledges, actions and ideas have in common: by when, where somebody works, and how an entry stands. */
import { z } from 'zod'
import { conflict, flag, moment, oneOf, text } from './record.ts'
import { area, instant, isoDate, optionalLine, requiredLine, said } from './text.ts'

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
/** How an entry came: at a screen, or from a card or sheet that was printed, written on by hand and entered afterwards. */
const ORIGINS = ['screen', 'paper'] as const
export type Origin = (typeof ORIGINS)[number]

/** Where every entry came from. */
export const whence = {
  origin: oneOf(ORIGINS).called('How it came'),
  /** The code of the card that it stood on, or of the sheet and the line: `7K3QF9W`, `7K3QF9W/2`; empty for a screen. */
  card: text().searched(),
  /** When it was written down here. `made` is then, or what stands on the paper. */
  entered: moment(),
}

/** What the first fact of an entry says of the paper that it stood on; nothing of it where there was none. */
export const paperSaid = {
  origin: z.literal('paper').optional(),
  card: said.optional(),
  /** When it was written, by what stands on it. */
  written: instant.optional(),
}
const fromPaper = z.object(paperSaid)
export type PaperSaid = z.infer<typeof fromPaper>

/** What every entry has at its end. */
export const standing = {
  status: oneOf(STANDINGS),
  withdrawnReason: text(),
  made: moment(),
  changed: moment(),
  conflict: conflict(),
}
