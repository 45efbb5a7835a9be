/** The fields of each part of the event, and what is new where somebody adds one. Pure. */
import { openOf } from '../../../../../shared/domain/event-change/open.ts'
import { type EventPack, LEAF_COLOURS, PLEDGE_ICONS, type Session } from '../../../../../shared/domain/event-pack.ts'
import { weekdayInWords } from '../../../../words/days.ts'
import { lines, type PartField } from './part-form.ts'

export type PartList = 'tables' | 'programme' | 'pledgeTypes' | 'priorities' | 'questions'

/** One thing of a list, as its row shows it. */
export type PartItem = { id: string; name: string; line: string; closed: boolean }

type Named = { value: string; label: string }
const inWords = (name: string): string => {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
const choices = (names: readonly string[]): Named[] => names.map((value) => ({ value, label: inWords(value) }))
const prioritiesOf = (pack: EventPack, kept: string | null = null): Named[] =>
  openOf(pack.priorities, kept).map(({ id, label, title }) => ({ value: id, label: `${label}: ${title}` }))

const KINDS: Readonly<Record<Session['kind'], string>> = {
  arrival: 'Arrival',
  talk: 'Talk',
  film: 'Film',
  break: 'Break',
  workshop: 'Workshop',
  close: 'Close',
}

export const itemsOf = (pack: EventPack, list: PartList, session: string): PartItem[] => {
  const shown = (id: string, name: string, line: string, closed = false): PartItem => ({ id, name, line, closed })
  if (list === 'tables') return pack.tables.map((one) => shown(one.id, one.name, one.where, one.closed))
  if (list === 'pledgeTypes') return pack.pledgeTypes.map((one) => shown(one.id, one.title, one.hint, one.closed))
  if (list === 'priorities') return pack.priorities.map((one) => shown(one.id, one.title, one.label, one.closed))
  if (list === 'programme')
    return pack.programme.map((one) =>
      shown(
        one.id,
        one.title,
        [
          KINDS[one.kind],
          pack.dates.from === pack.dates.to ? '' : weekdayInWords(one.day),
          `${one.starts} to ${one.ends}`,
          one.room,
        ]
          .filter(Boolean)
          .join(' · '),
        one.closed,
      ),
    )
  const questions = pack.programme.find(({ id }) => id === session)?.questions ?? []
  return questions.map((one) => shown(one.id, one.words, one.hint, one.closed))
}

type Example = EventPack['pledgeTypes'][number]['examples'][number]
const examplesIn = (value: unknown): Example[] => (Array.isArray(value) ? (value as Example[]) : [])

/** `at`: the path of the thing; `pack`: what it may point to. */
export function fieldsOf(pack: EventPack, list: PartList, at: string): PartField[] {
  const line = (name: string, label: string, hint?: string): PartField => ({
    path: `${at}/${name}`,
    label,
    look: 'line',
    ...(hint === undefined ? {} : { hint }),
  })
  const id = at.split('/').at(-1)
  switch (list) {
    case 'tables':
      return [
        line('name', 'Its name', 'Whoever sits there sits there by the new name.'),
        line('where', 'How to find it', '“By the window”. It may be left empty.'),
      ]
    case 'questions':
      return [
        { ...line('words', 'The question'), look: 'text' },
        line('hint', 'A quiet line under it', 'It may be left empty.'),
        { ...line('wanted', 'How many ideas you hope for'), look: 'number' },
      ]
    case 'priorities':
      return [
        line('label', 'What the strategy calls it', '“Priority 3”, “Promise 1”'),
        { ...line('title', 'The priority, in plain words'), look: 'text' },
        { ...line('outcomes', 'What will be different', 'One outcome a line.'), look: 'lines' },
      ]
    case 'programme':
      return [
        line('title', 'What people read'),
        {
          ...line('kind', 'What kind of session', 'Tables write in workshops alone.'),
          look: 'choice',
          options: Object.entries(KINDS).map(([value, label]) => ({ value, label })),
        },
        { ...line('day', 'Day'), look: 'day' },
        { ...line('starts', 'Begins'), look: 'time' },
        { ...line('ends', 'Ends'), look: 'time' },
        line('room', 'Room', 'It may be left empty.'),
        { ...line('about', 'What happens'), look: 'text' },
        {
          ...line('priorities', 'Priorities that its tables work on', 'For workshops. With none ticked, all of them.'),
          look: 'ticks',
          options: prioritiesOf(pack),
        },
      ]
    case 'pledgeTypes': {
      const held = pack.pledgeTypes.find((type) => type.id === id)
      const others = (held?.examples ?? []).filter(({ sector }) => sector !== null)
      return [
        line('title', 'What people choose', 'Two or three words.'),
        line('hint', 'A friendly line under it'),
        { ...line('unit', 'One of it is called', '“mentor”'), within: 'one' },
        { ...line('unit', 'Several are called', '“mentors”'), within: 'many' },
        { ...line('questions', 'Questions that help to write it', 'One a line, six at most.'), look: 'lines' },
        {
          ...line('examples', 'What people might write', 'One example a line, for everyone.'),
          look: 'lines',
          typed: (value) =>
            examplesIn(value)
              .filter(({ sector }) => sector === null)
              .map(({ words }) => words)
              .join('\n'),
          meant: (text) => [...lines(text).map((words) => ({ sector: null, words })), ...others],
        },
        {
          ...line('priority', 'The priority that it usually serves'),
          look: 'choice',
          empties: 'null',
          options: [{ value: '', label: 'Left to the person' }, ...prioritiesOf(pack, held?.priority ?? null)],
        },
        { ...line('icon', 'Its picture'), look: 'choice', options: choices(PLEDGE_ICONS) },
        { ...line('leaf', 'The colour of its leaf'), look: 'choice', options: choices(LEAF_COLOURS) },
      ]
    }
  }
}

/** What is in a new one before anybody types. */
export function usualOf(pack: EventPack, list: PartList): Record<string, unknown> {
  switch (list) {
    case 'tables':
      return { name: '', where: '' }
    case 'questions':
      return { words: '', hint: '', wanted: 3 }
    case 'priorities':
      return { label: `Priority ${pack.priorities.length + 1}`, title: '', outcomes: [], voices: [], practices: [] }
    case 'programme':
      return {
        title: '',
        kind: 'workshop',
        day: pack.dates.from,
        starts: '',
        ends: '',
        room: '',
        about: '',
        priorities: [],
        questions: [],
      }
    case 'pledgeTypes':
      return {
        title: '',
        hint: '',
        unit: { one: '', many: '' },
        questions: [],
        examples: [],
        priority: null,
        icon: 'sparkles',
        leaf: 'other',
      }
  }
}

/** Every id that something new in this list may not have. */
export const takenIn = (pack: EventPack, list: PartList): string[] =>
  list === 'questions'
    ? pack.programme.flatMap(({ questions }) => questions.map(({ id }) => id))
    : pack[list].map(({ id }) => id)

export const pathOfList = (list: PartList, session: string): string =>
  list === 'questions' ? `programme/${session}/questions` : list
