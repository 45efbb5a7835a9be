/**
 * Puts a roll onto pages of paper: who needs help to get out first, then everybody by surname, one line each. Fixed pages of
 * our own, so that each can say which of how many it is and what goes on. Lengths in millimetres. Pure.
 */
import type { RollCallPerson } from '../../../../shared/contract/roll-call.ts'
import { sortWord } from '../../../../shared/domain/name-order.ts'
import type { Standing } from '../../../../shared/domain/roll-call.ts'
import { linesOf, widthOf } from '../letters-wide.ts'
import { STANDING_ORDER, STANDINGS } from './roll.ts'

/** Somebody on the roll; `number` is their place in the order of surnames, from 1. */
export type RollLine = { person: RollCallPerson; stands: Standing; number: number }

export type RollPaperRow =
  | { kind: 'title'; key: string; title: string; again: boolean }
  | { kind: 'need'; key: string; line: RollLine }
  | { kind: 'person'; key: string; line: RollLine }
  | { kind: 'blank'; key: string }
/** `people`: how many are to be ticked on it; those of the list of needs are counted where they stand by surname. */
export type RollPage = { number: number; rows: RollPaperRow[]; people: number }

/** What fits between the head and the foot of an A4 and of a Letter page alike; the sizes themselves are in roll-paper.css. */
const ROOM = 221
/** The counts, and the line to sign, over everything else on the first page. */
const SUMMARY = 17
const TITLE = 7
const PERSON = 4.5
const BLANK = 7
const NEED = { letters: 66, line: 4.2, beside: 1.4, name: 28 }
const MOST_BLANKS = 6
const FEWEST_BLANKS = 3

const NEEDS = 'These people need help to get out: find them first'
const EVERYBODY = 'Everybody, by surname'
const OTHERS = 'Anybody else who is here: visitors, staff of the venue'

const heightOfNeed = ({ person }: RollLine): number =>
  Math.max(linesOf(person.access, NEED.letters), linesOf(person.name, NEED.name)) * NEED.line + NEED.beside

/** In one list, by surname; once it is over, whoever was not accounted for first. */
function sectionsOf(lines: readonly RollLine[], isOver: boolean): { title: string; lines: RollLine[] }[] {
  if (!isOver) return [{ title: EVERYBODY, lines: [...lines] }]
  return STANDING_ORDER.map((standing) => ({
    title: STANDINGS[standing],
    lines: lines.filter(({ stands }) => stands === standing),
  }))
}

/** `isOver`: nobody is looked for any more, so what anybody needed is nobody's business, and nobody is added by hand. */
export function rollPages(lines: readonly RollLine[], isOver: boolean): RollPage[] {
  const pages: RollPage[] = []
  let left = 0
  let page: RollPage = { number: 0, rows: [], people: 0 }
  const turn = () => {
    page = { number: pages.length + 1, rows: [], people: 0 }
    pages.push(page)
    left = ROOM - (page.number === 1 ? SUMMARY : 0)
  }
  const put = (row: RollPaperRow, height: number) => {
    page.rows.push(row)
    left -= height
  }
  /** Each row on a page under its title, which says so where it goes on. */
  const section = (title: string, rows: readonly { row: RollPaperRow; height: number }[]) => {
    let begun = false
    for (const { row, height } of rows) {
      if (left < height + (begun ? 0 : TITLE)) turn()
      if (!begun || page.rows.length === 0)
        put({ kind: 'title', key: `${title} ${page.number}`, title, again: begun }, TITLE)
      begun = true
      put(row, height)
      if (row.kind === 'person' && row.line.stands !== 'left') page.people += 1
    }
  }
  turn()
  const needing = isOver ? [] : lines.filter(({ person, stands }) => person.access !== '' && stands !== 'left')
  section(
    NEEDS,
    needing.map((line) => ({ row: { kind: 'need', key: `need ${line.person.id}`, line }, height: heightOfNeed(line) })),
  )
  for (const { title, lines: people } of sectionsOf(lines, isOver))
    section(
      title,
      people.map((line) => ({ row: { kind: 'person', key: line.person.id, line }, height: PERSON })),
    )
  if (!isOver && left >= TITLE + FEWEST_BLANKS * BLANK) {
    const blanks = Math.min(MOST_BLANKS, Math.floor((left - TITLE) / BLANK))
    section(
      OTHERS,
      Array.from({ length: blanks }, (_, blank) => ({ row: { kind: 'blank', key: `blank ${blank}` }, height: BLANK })),
    )
  }
  return pages
}

/** So many letters of a name stand on a line at the usual size, and at the small one. */
const NAME = { usual: 29, small: 35 }

/**
 * A name as a line of the roll has it: in one line always. `word` is what it is sorted by, to be set off from the rest. One that is
 * too long is set small, and then loses words from its middle, never the one that it is found by.
 */
export function nameOnLine(name: string): { before: string; word: string; after: string; small: boolean } {
  const word = sortWord(name)
  const at = name.lastIndexOf(word)
  const parts = { before: name.slice(0, at), word, after: name.slice(at + word.length) }
  const width = widthOf(name)
  if (width <= NAME.small) return { ...parts, small: width > NAME.usual }
  const [first = ''] = name.split(/\s+/u)
  const room = NAME.small - widthOf(word) - 4
  return {
    before: first === word || room < 3 ? '' : `${shortened(first, room)} … `,
    word: shortened(word, NAME.small),
    after: '',
    small: true,
  }
}

function shortened(text: string, room: number): string {
  if (widthOf(text) <= room) return text
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en-GB').segment(text)) {
    if (widthOf(`${kept}${segment}…`) > room) break
    kept += segment
  }
  return `${kept}…`
}
