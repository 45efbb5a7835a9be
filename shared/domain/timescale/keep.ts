/** Keeps a timescale as it was answered, with the day it comes to. */
import type { TimescaleInput, TimescaleKept } from '../entry.ts'
import { readTimescale } from './timescale.ts'

// Made once: it takes as long as the rest of a pledge.
const LONG_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const inWords = (date: string) => LONG_DAY.format(new Date(`${date}T00:00:00Z`))

/**
 * What was said, without the blanks around it, and the day by which. The day from which is read anew from the words wherever it is shown: a fact
 * keeps what was said, and the one day that a plan sorts by. `eventDate` is the ISO day from which words such as “within three months” count. */
export function keepTimescale(input: TimescaleInput, eventDate: string): TimescaleKept {
  switch (input.kind) {
    case 'date':
      return { stated: inWords(input.date), due: input.date, derived: false }
    case 'words': {
      const { due, derived } = readTimescale(input.words, eventDate)
      return { stated: input.words, due, derived }
    }
    case 'open':
      return { stated: '', due: null, derived: false }
  }
}
