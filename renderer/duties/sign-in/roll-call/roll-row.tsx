/** One person on the roll: a row that is all one touch, saying who they are, what they need, and who saw them. */
import { Accessibility, Check, Clock, DoorOpen, Eye } from 'lucide-react'
import { type KeyboardEvent, memo } from 'react'
import type { RollCallPerson } from '../../../../shared/contract/roll-call.ts'
import type { Standing } from '../../../../shared/domain/roll-call.ts'
import { Chip } from '../../../components/chip.tsx'
import { timeOf } from '../../../words/times.ts'
import { type Item, standsNow } from './roll.ts'
import { countOf, markWords } from './words.ts'

export const GroupHead = memo(function GroupHead({
  item: { title, toFind, total },
  counting,
}: {
  item: Extract<Item, { kind: 'head' }>
  counting: boolean
}) {
  return (
    <h2>
      <span>{title}</span>
      <span className="roll-head-count">
        {!counting ? countOf(total) : toFind === 0 ? 'nobody still to find' : `${countOf(toFind)} still to find`}
      </span>
    </h2>
  )
})

type Props = {
  person: RollCallPerson
  /** What was pressed here and is not answered yet. */
  pressed: boolean | undefined
  canTick: boolean
  isByTable: boolean
  /** The one row that the Tab key comes to; the arrow keys go on from there. */
  isActive: boolean
  /** The day, so that times of other days say so. */
  today: string
  /** Nobody is ticked where it is missing: then the row is only to be read. */
  onPress: ((person: RollCallPerson) => void) | undefined
  /** The keys that move along the list. */
  onKey: (event: KeyboardEvent) => void
}

export const RollRow = memo(function RollRow({
  person,
  pressed,
  canTick,
  isByTable,
  isActive,
  today,
  onPress,
  onKey,
}: Props) {
  const standing = standsNow(person, pressed)
  const now = new Date(today)
  const marks = `roll-${person.id}`
  const under = [person.organisation, isByTable ? '' : person.table].filter(Boolean).join(' · ')
  const words = (
    <>
      <span className="roll-who-is any-break stack gap-0">
        <b>{person.name}</b>
        {under === '' ? null : <span className="small muted">{under}</span>}
        <span className="roll-marks row gap-1" id={marks}>
          <Marks person={person} standing={standing} now={now} />
        </span>
      </span>
      <span className="roll-seen stack gap-0 small" id={`${marks}-seen`}>
        {standing !== 'accounted' ? null : (
          <>
            <b>Accounted for</b>
            <span>{person.tick === null ? '' : markWords(person.tick, now)}</span>
          </>
        )}
      </span>
    </>
  )
  if (onPress === undefined) return <div className="roll-row read">{words}</div>
  return (
    <label className={`roll-row ${canTick ? standing : ''}`}>
      <input
        type="checkbox"
        data-person={person.id}
        tabIndex={isActive ? 0 : -1}
        checked={standing === 'accounted'}
        aria-label={[person.name, person.organisation].filter(Boolean).join(', ')}
        aria-describedby={`${marks} ${marks}-seen`}
        onChange={() => onPress(person)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            onPress(person)
          } else onKey(event)
        }}
      />
      <span className="roll-box" aria-hidden>
        <Check className="icon" />
      </span>
      {words}
    </label>
  )
})

/** What a steward has to know of them. */
function Marks({ person, standing, now }: { person: RollCallPerson; standing: Standing; now: Date }) {
  return (
    <>
      {person.access === '' ? null : (
        <Chip tone="warn" icon={Accessibility}>
          Needs help: {person.access}
        </Chip>
      )}
      {person.elsewhere !== null && standing !== 'accounted' ? (
        <Chip tone="info" icon={Eye}>
          Ticked in another roll call, {markWords(person.elsewhere, now)}
        </Chip>
      ) : null}
      {person.presence === 'left' ? (
        <Chip icon={DoorOpen}>Signed out at {timeOf(person.since, now)}</Chip>
      ) : person.came ? (
        <Chip icon={Clock}>Came in at {timeOf(person.since, now)}</Chip>
      ) : null}
    </>
  )
}
