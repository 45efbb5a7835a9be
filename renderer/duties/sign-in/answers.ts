/** Every answer the door can give, in words, tone and what can be done next. */
import type { SignInAnswer } from '../../../shared/contract/sign-in.ts'
import type { DelegateView } from '../../../shared/domain/delegate.ts'
import type { Sound } from '../../components/sound-notes.ts'
import { timeOf } from '../../words/times.ts'

export type Answer =
  | SignInAnswer
  /** Someone was looked up and nothing was done; `undo` where the steward asked to undo what was done last. */
  | { code: 'person'; delegate: DelegateView; undo?: boolean }
  | { code: 'signed-out' | 'not-here' | 'undone' | 'nothing-to-undo' | 'corrected'; delegate: DelegateView }
  /** A scanner typed something that is no code, or was never ended. */
  | { code: 'unread'; text: string }
  /** Enter, and nobody has such a name. */
  | { code: 'nobody'; text: string }
  | { code: 'failed'; sentence: string; again: () => void }

type Tone = 'ok' | 'warn' | 'word' | 'info' | 'bad' | 'plain'
export type NextStep = 'sign-in' | 'sign-out' | 'undo' | 'open' | 'badge' | 'search' | 'walk-in' | 'again' | 'which-one'

export type Described = {
  tone: Tone
  /** The state, to be read from three metres. */
  state: string
  /** Where that was, under the state; empty where it does not matter. */
  where: string
  /** The person’s name, or what happened where there is no person. */
  title: string
  /** What it means or what to do; empty where the state says it all. */
  more: string
  /** Whether what the person needs to know now (table, what is next) belongs to the answer. */
  facts: boolean
  steps: NextStep[]
  /** Read out at once. */
  spoken: string
  /** Heard, by who has no eyes for the screen; null for what somebody asked for themselves. */
  sound: Sound | null
}

/** `station` is this tablet's own name; `event` the code of this event. */
export function describe(
  answer: Answer,
  { now, station, event }: { now: Date; station: string; event: string },
): Described {
  const { where = '', ...words } = withNote(answer, wordsOf(answer, { now, station, event }))
  const state = where === '' ? words.state : `${words.state}, ${where}`
  const said = [state, words.title, words.more].filter((part) => part !== '').map(ended)
  return { ...words, where, spoken: words.spoken ?? said.join(' '), sound: SOUNDS[words.tone] }
}

type Words = Omit<Described, 'spoken' | 'where' | 'sound'> & { where?: string; spoken?: string }

const SOUNDS: Record<Tone, Sound | null> = {
  ok: 'ok',
  warn: 'warn',
  word: 'warn',
  info: 'warn',
  bad: 'bad',
  plain: null,
}

/** Whoever has just come in and needs a word is told so before anything else. The note itself is on the card, for staff's eyes. */
function withNote(answer: Answer, words: Words): Words {
  if (answer.code !== 'signed-in' && answer.code !== 'already') return words
  if (answer.delegate.note === '') return words
  const state = words.where === undefined || words.where === '' ? words.state : `${words.state}, ${words.where}`
  return {
    ...words,
    tone: 'word',
    state: 'Needs a word with staff',
    where: state,
    spoken: `Needs a word with staff. ${ended(words.title)} ${ended(state)}`,
  }
}

function wordsOf(answer: Answer, { now, station, event }: { now: Date; station: string; event: string }): Words {
  switch (answer.code) {
    case 'signed-in': {
      const { delegate, at } = answer
      return {
        tone: 'ok',
        state: `Signed in at ${timeOf(at, now)}`,
        title: delegate.name,
        more: '',
        facts: true,
        steps: ['undo', 'open', 'badge'],
        spoken: `Signed in: ${delegate.name}, ${timeOf(at, now)}.${delegate.table === '' ? '' : ` ${ended(delegate.table)}`}`,
      }
    }
    case 'already':
      return {
        tone: 'warn',
        state: `Already signed in at ${timeOf(answer.at, now)}`,
        where: placeOf(answer.station, station),
        title: answer.delegate.name,
        more: '',
        facts: true,
        steps: ['open', 'badge', 'sign-out', 'undo'],
      }
    case 'person':
      return { ...ofPerson(answer.delegate, now, station), title: answer.delegate.name, facts: true }
    case 'withdrawn':
      return {
        tone: 'bad',
        state: 'Please fetch the organiser',
        title: answer.delegate.name,
        more: 'Their place was withdrawn, so this desk cannot sign them in. Ask them kindly to wait a moment while you fetch the organiser.',
        facts: false,
        steps: [],
      }
    case 'unknown-badge':
      return {
        tone: 'info',
        state: 'Unknown badge',
        title: 'We do not know this badge',
        more: `${answer.text === '' ? 'It could not be read: try it once more. Or search' : `It reads “${answer.text}”. Search`} for the person by name. Not expected today? Add them.`,
        facts: false,
        steps: ['search', 'walk-in'],
      }
    case 'other-event':
      return {
        tone: 'info',
        state: 'Another event’s badge',
        title: `This badge is for ${answer.event}`,
        more: `This desk is for ${event}. Search for the person by name to sign them in here.`,
        facts: false,
        steps: ['search', 'walk-in'],
      }
    case 'which-one':
      return {
        tone: 'warn',
        state: 'Whose ticket is it?',
        title: 'This may be the ticket of more than one person',
        more: `The scanner gave “${shortened(answer.text)}”. Nobody was signed in. Ask for their name, and sign in the right person. If Caps Lock is on, switch it off.`,
        facts: false,
        steps: ['which-one', 'search'],
      }
    case 'unread':
      return {
        tone: 'warn',
        state: 'Not understood',
        title: 'That scan was not understood',
        more: `The scanner gave “${shortened(answer.text)}”. Nobody was signed in. Try it once more, or search for the person by name. If it happens again, try the scanner under More, How this desk works.`,
        facts: false,
        steps: ['search'],
      }
    case 'nobody':
      return {
        tone: 'info',
        state: 'Nobody found',
        title: `Nobody by the name “${shortened(answer.text)}”`,
        more: 'Nobody was signed in. Try part of the surname, or the organisation. Not expected today? Add them.',
        facts: false,
        steps: ['search', 'walk-in'],
      }
    case 'signed-out':
      return {
        tone: 'plain',
        state: `Signed out at ${timeOf(answer.delegate.since ?? '', now)}`,
        title: answer.delegate.name,
        more: 'If they come back, scan the badge or sign them in again.',
        facts: false,
        steps: ['undo', 'open'],
      }
    case 'not-here':
      return {
        tone: 'warn',
        state: 'Not signed in',
        title: answer.delegate.name,
        more: 'They are not in the building, so there is nothing to sign out.',
        facts: false,
        steps: ['sign-in', 'open'],
      }
    case 'undone': {
      const { delegate } = answer
      const more =
        delegate.presence === 'here'
          ? 'They count as here again.'
          : delegate.presence === 'left'
            ? 'They count as having left.'
            : 'They count as not here yet.'
      return {
        tone: 'plain',
        state: 'Undone',
        title: delegate.name,
        more,
        facts: false,
        steps: delegate.presence === 'here' ? ['open'] : ['sign-in', 'open'],
      }
    }
    case 'nothing-to-undo':
      return {
        tone: 'warn',
        state: 'Nothing to undo',
        title: answer.delegate.name,
        more: 'They are not signed in.',
        facts: false,
        steps: ['sign-in', 'open'],
      }
    case 'corrected':
      return {
        tone: 'ok',
        state: 'Details saved',
        title: answer.delegate.name,
        more: '',
        facts: true,
        steps: answer.delegate.presence === 'here' ? ['open'] : ['sign-in', 'open'],
      }
    case 'failed':
      return {
        tone: 'bad',
        state: 'That was not done',
        title: 'Please try once more',
        more: answer.sentence,
        facts: false,
        steps: ['again'],
      }
  }
}

function ofPerson(
  { presence, since, atStation }: DelegateView,
  now: Date,
  station: string,
): Pick<Words, 'tone' | 'state' | 'where' | 'more' | 'steps'> {
  const time = timeOf(since ?? '', now)
  switch (presence) {
    case 'here':
      return {
        tone: 'plain',
        state: `Here since ${time}`,
        where: placeOf(atStation, station),
        more: '',
        steps: ['open', 'badge', 'sign-out', 'undo'],
      }
    case 'left':
      return {
        tone: 'plain',
        state: `Left at ${time}`,
        where: placeOf(atStation, station),
        more: '',
        steps: ['sign-in', 'open', 'undo'],
      }
    case 'expected':
      return { tone: 'plain', state: 'Not here yet', more: '', steps: ['sign-in', 'open'] }
  }
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

const placeOf = (place: string, here: string): string =>
  place === '' ? 'at another tablet' : place === here ? 'on this tablet' : `at ${place}`

const ended = (part: string): string => (/[.?!]$/.test(part) ? part : `${part}.`)

/** Why an entry is undone, in one touch; what fits depends on what the undo takes back. */
export const undoReasons = (delegate: DelegateView): string[] => [
  'Wrong person',
  'Pressed by mistake',
  delegate.presence === 'left' ? 'They have not left' : 'They did not come in',
]
