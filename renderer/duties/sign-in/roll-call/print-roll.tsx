/** The roll on paper: a box a person, group by group, with the time of printing on every page. */
import type { RollCallPerson, RollCallView } from '../../../../shared/contract/roll-call.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import type { Standing } from '../../../../shared/domain/roll-call.ts'
import { PrintSheet } from '../../../components/print-sheet.tsx'
import { timeOf, momentInWords } from '../../../words/times.ts'
import { type Grouping, type Item, itemsOf, type Roll } from './roll.ts'
import { countOf, markWords, startedWords } from './words.ts'

const longMoment = momentInWords({ dateStyle: 'long', timeStyle: 'short' })

type Props = {
  roll: Roll
  rollCall: RollCallView
  pack: EventPack
  grouping: Grouping
  standing: (person: RollCallPerson) => Standing
  sectorName: (id: string) => string
  onDone: () => void
}

type Group = { title: string; toFind: number; total: number; people: RollCallPerson[] }

function groupsOf(items: readonly Item[]): Group[] {
  const groups: Group[] = []
  for (const item of items) {
    if (item.kind === 'head') groups.push({ title: item.title, toFind: item.toFind, total: item.total, people: [] })
    else groups.at(-1)?.people.push(item.person)
  }
  return groups
}

export function PrintRoll({ roll, rollCall, pack, grouping, standing, sectorName, onDone }: Props) {
  const now = new Date()
  const groups = groupsOf(itemsOf(roll, { grouping, search: '', only: false, kept: new Set() }, standing, sectorName))
  const toFind = groups.reduce((sum, group) => sum + group.toFind, 0)
  const isOver = rollCall.ended !== null
  return (
    <PrintSheet onDone={onDone}>
      <div className="roll-paper">
        <h1>Roll call</h1>
        <p>
          {pack.name}, {pack.venue}. {startedWords(rollCall, now)}
          {rollCall.ended === null ? '' : ` Ended at ${markWords(rollCall.ended, now)}.`}
        </p>
        <p>
          <b>
            {countOf(roll.people.size)} on the roll, {countOf(toFind)} {isOver ? 'not accounted for' : 'still to find'}
          </b>{' '}
          as this tablet knew it.{isOver ? '' : ' After use, destroy this paper: it says who needs help.'}
        </p>
        {groups.map((group) => (
          <table key={group.title}>
            <colgroup>
              <col className="roll-paper-box" />
              <col className="roll-paper-name" />
              <col className="roll-paper-from" />
              <col />
            </colgroup>
            <thead>
              <tr>
                <th colSpan={2}>
                  {group.title} ({countOf(group.total)})
                </th>
                <th colSpan={2} className="roll-paper-when">
                  Roll call of {timeOf(rollCall.started, now)}, printed {longMoment(now)}
                </th>
              </tr>
            </thead>
            <tbody>
              {group.people.map((person) => (
                <PaperRow key={person.id} person={person} stands={standing(person)} grouping={grouping} now={now} />
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </PrintSheet>
  )
}

function PaperRow({
  person,
  stands,
  grouping,
  now,
}: {
  person: RollCallPerson
  stands: Standing
  grouping: Grouping
  now: Date
}) {
  return (
    <tr>
      <td>
        <span className="roll-paper-tick">{stands === 'accounted' ? '✓' : ''}</span>
      </td>
      <td>
        <b>{person.name}</b>
      </td>
      <td>{[person.organisation, grouping === 'table' ? '' : person.table].filter(Boolean).join(' · ')}</td>
      <td>
        {person.access === '' ? null : <b>Needs help: {person.access}. </b>}
        {person.presence === 'left' ? `Signed out at ${timeOf(person.since, now)}. ` : ''}
        {person.tick === null ? '' : `Seen ${markWords(person.tick, now)}`}
      </td>
    </tr>
  )
}
