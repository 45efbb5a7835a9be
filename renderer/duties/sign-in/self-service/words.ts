/** What the last page says: that they are in, where they sit, what is on; the same for the eye and for the ear. */
import type { SignedInOneself } from '../../../../shared/contract/self-service.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { tableWords, whatsOn } from '../../../words/programme.ts'
import { timeOf } from '../../../words/times.ts'

export type LastWords = {
  tone: 'ok' | 'already' | 'staff'
  title: string
  /** Their name; empty where nothing is to be said of them. */
  name: string
  /** One quiet line under the title; empty where there is none. */
  more: string
  facts: { term: string; words: string }[]
  /** They are asked to see staff about something else. */
  wordWithStaff: boolean
  spoken: string
}

/** `station` is this tablet's own name. */
export function lastWords(
  answer: SignedInOneself,
  { pack, now, station }: { pack: EventPack; now: Date; station: string },
): LastWords {
  if (answer.code === 'withdrawn')
    return {
      tone: 'staff',
      title: 'Please see our staff',
      name: '',
      more: 'They are at the desk, and will help you.',
      facts: [],
      wordWithStaff: false,
      spoken: 'Please see our staff. They are at the desk, and will help you.',
    }
  const table = tableWords(pack, answer.table)
  const session = whatsOn(pack, now)
  const facts = [
    ...(table === '' ? [] : [{ term: 'Your table', words: table }]),
    ...(session === null ? [] : [{ term: session.when === 'now' ? 'On now' : 'Next', words: session.words }]),
  ]
  const { name, wordWithStaff } = answer
  const already = answer.code === 'already'
  const title = already ? 'You are in already' : 'You are signed in'
  const more =
    answer.code === 'already' && answer.at !== null
      ? `Signed in at ${timeOf(answer.at, now)}${placeOf(answer.station, station)}`
      : answer.byBadge
        ? ''
        : already
          ? ASK_FOR_TABLE
          : ASK_FOR_MORE
  return {
    tone: already ? 'already' : 'ok',
    title,
    name,
    more,
    facts,
    wordWithStaff,
    spoken: [
      `Welcome, ${name}.`,
      `${title}.`,
      more === '' ? '' : `${more}.`,
      wordWithStaff ? `${WORD_WITH_STAFF}.` : '',
      ...facts.map(({ term, words }) => `${term}: ${words}.`),
    ]
      .filter(Boolean)
      .join(' '),
  }
}

/** To everybody who came in by their name alone, so that it says of nobody whether anything is there. */
const ASK_FOR_MORE = 'For anything that was left for you, please ask at the desk'
const ASK_FOR_TABLE = 'For your table, or anything that was left for you, please ask at the desk'

export const WORD_WITH_STAFF = 'Please have a word with our staff at the desk'

const placeOf = (place: string, here: string): string =>
  place === '' ? '' : place === here ? ', on this tablet' : `, at ${place}`
