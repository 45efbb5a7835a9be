/** Keeps a timescale as it was answered, with the day it comes to. */
import type { TimescaleInput, TimescaleKept } from '../../../shared/domain/entry.ts'
import { readTimescale } from './timescale.ts'

// Made once: it takes as long as the rest of a pledge.
const LONG_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const inWords = (date: string) => LONG_DAY.format(new Date(`${date}T00:00:00Z`))

/** `eventDate` is the ISO day from which words such as “within three months” count. */
export function keepTimescale(input: TimescaleInput, eventDate: string): TimescaleKept {
  switch (input.kind) {
    case 'date':
      return { stated: inWords(input.date), due: input.date, derived: false }
    case 'words': {
      const read = readTimescale(input.words, eventDate)
      return { stated: input.words, due: read.date, derived: read.derived }
    }
    case 'open':
      return { stated: '', due: null, derived: false }
  }
}
