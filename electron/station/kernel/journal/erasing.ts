/** The facts that take something out of others, whatever they are about. Their types never change their version. */
import { z } from 'zod'
import { FIELD_CLASSES } from '../../../../shared/domain/fact.ts'
import { said } from '../../../../shared/domain/text.ts'
import { each, ours, typed } from './labels.ts'
import { forkSettled, stationShutOut } from './rulings.ts'
import { stationBegan } from './began.ts'
import { stationEnrolled } from './enrolled.ts'
import { clockTypes } from './clock-facts.ts'
import { type FactType, factType, type Part } from './catalogue.ts'
import { peopleMerged, peopleParted } from './one-person.ts'
import { family } from './one-thing.ts'

const personBody = z.object({ ids: z.array(z.uuid()).min(1), reason: said })
/** They asked to be forgotten: about each of the ids that are this person, as its writer saw them. */
export const personErased: FactType<z.infer<typeof personBody>> = factType(
  'person.erased',
  1,
  personBody,
  { ...ours('ids[]'), reason: typed('note') },
  { who: 'organiser', erases: ({ ids }) => ({ kind: 'person', ids }) },
)

const wordsBody = z.object({
  of: z.object({ station: z.uuid(), seq: z.int().min(1) }),
  path: said,
  /** What is said in its place; null where nothing is. */
  instead: said.nullable(),
})
/** About what the fact is about: one field of it is gone. */
export const wordsErased: FactType<z.infer<typeof wordsBody>> = factType(
  'words.erased',
  1,
  wordsBody,
  { ...ours('of.station path'), ...each(typed('words'), 'instead') },
  {
    who: 'organiser',
    erasesOwn: true,
    erases: ({ of: fact, path, instead }, { subject, station, seq }) => ({
      kind: 'words',
      subject,
      fact,
      path,
      instead,
      by: { station, seq },
    }),
  },
)

const retentionBody = z.object({
  class: z.enum(FIELD_CLASSES),
  /** Of each station, the last number that its writer held. */
  upTo: z.record(z.uuid(), z.int().min(1)),
  reason: said,
})
/** About the event: what was kept of this class for so long, and no longer. */
export const retentionPassed: FactType<z.infer<typeof retentionBody>> = factType(
  'retention.passed',
  1,
  retentionBody,
  { ...ours('upTo{name}'), reason: typed('note') },
  { who: 'organiser', erases: ({ class: kind, upTo }) => ({ kind: 'retention', class: kind, upTo }) },
)

/** People of whom two entries of the list may be one. */
export const people = family('one person', {
  table: 'onePerson',
  merged: peopleMerged,
  parted: peopleParted,
  gone: personErased,
})

/** The facts that no capability writes alone. */
export const journalPart: Part = {
  facts: [
    stationBegan,
    stationEnrolled,
    personErased,
    wordsErased,
    retentionPassed,
    forkSettled,
    stationShutOut,
    ...clockTypes,
    peopleMerged,
    peopleParted,
  ],
  records: [],
}
