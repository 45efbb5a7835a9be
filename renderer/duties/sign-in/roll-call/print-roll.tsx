/** The roll on paper: who needs help first, then a line and a box a person, by surname, whatever the screen shows. */
import type { RollCallPerson, RollCallView } from '../../../../shared/contract/roll-call.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { type Standing, tally } from '../../../../shared/domain/roll-call.ts'
import { asDrawn } from '../../../components/undrawn/letters.ts'
import { PrintSheet } from '../../../components/print-sheet.tsx'
import { momentInWords, timeOf } from '../../../words/times.ts'
import type { Roll } from './roll.ts'
import { rollPages } from './roll-pages.ts'
import { RollSheet, type RollSheetWords } from './roll-sheet.tsx'
import { markWords, startedWords } from './words.ts'

const longMoment = momentInWords({ dateStyle: 'long', timeStyle: 'short' })

type Props = {
  roll: Roll
  /** Null for a list on a clipboard, of whoever is here now. */
  rollCall: RollCallView | null
  pack: EventPack
  /** What this tablet is called. */
  station: string
  rehearsal: boolean
  standing: (person: RollCallPerson) => Standing
  /** The letters that this tablet cannot draw. */
  undrawn: ReadonlySet<string>
  onDone: () => void
  onFailed: () => void
}

export function PrintRoll({ roll, rollCall, pack, station, rehearsal, standing, undrawn, onDone, onFailed }: Props) {
  const now = new Date()
  const isOver = rollCall !== null && rollCall.ended !== null
  const lines = roll.order.flatMap((id, index) => {
    const person = roll.people.get(id)
    if (person === undefined) return []
    return [
      {
        person: { ...person, name: asDrawn(person.name, undrawn), access: asDrawn(person.access, undrawn) },
        stands: standing(person),
        number: index + 1,
      },
    ]
  })
  const pages = rollPages(lines, isOver)
  const words: RollSheetWords = {
    title: rollCall === null ? 'Roll call, for a clipboard' : `Roll call of ${timeOf(rollCall.started, now)}`,
    event: `${pack.name}, ${pack.venue}`,
    when:
      rollCall === null
        ? 'Who is in the building now.'
        : `${startedWords(rollCall, now)}${rollCall.ended === null ? '' : ` Ended at ${markWords(rollCall.ended, now)}.`}`,
    printed: `Printed ${longMoment(now)}, ${station}`,
    isOver,
    rehearsal,
    counts: tally(lines.map(({ stands }) => stands)),
    needing: isOver ? null : lines.filter(({ person }) => person.access !== '').length,
  }
  return (
    <PrintSheet onDone={onDone} onFailed={onFailed}>
      {pages.map((page) => (
        <RollSheet key={page.number} page={page} of={pages.length} words={words} now={now} />
      ))}
    </PrintSheet>
  )
}
