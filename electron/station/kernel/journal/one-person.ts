/** Two entries of the list that are one person: how that is said, and taken back. */
import { factType } from './catalogue.ts'
import { ours, typed } from './labels.ts'
import { mergedBody, partedBody } from './one-thing.ts'

const why = { reason: typed('note') }

/** About the two of them together (see `pairId`): they are one person. */
export const peopleMerged = factType(
  'people.merged',
  1,
  mergedBody,
  { ...ours('one other'), ...why },
  { who: 'organiser' },
)
/** About the same: they are two after all. It takes the merges back that its writer saw; one that was made elsewhere meanwhile stands. */
export const peopleParted = factType(
  'people.parted',
  1,
  partedBody,
  { ...ours('takesBack[]'), ...why },
  { who: 'organiser' },
)
