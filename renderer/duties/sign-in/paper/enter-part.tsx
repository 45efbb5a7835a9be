/** Entering the sheet afterwards: a line at a time, as fast as somebody reads it out, without leaving the keyboard. */
import { weekdayInWords } from '../../../words/days.ts'
import { useQuery } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { PaperEntry } from '../../../../shared/contract/paper.ts'
import type { FoundDelegate } from '../../../../shared/contract/sign-in.ts'
import type { DelegateView } from '../../../../shared/domain/delegate.ts'
import { flushSync } from 'react-dom'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { SelectField } from '../../../components/fields.tsx'
import { Sentence } from '../../../components/sentence.tsx'
import { useDraft } from '../../../components/use-draft.ts'
import type { DeskPage } from '../desk-page.ts'
import { nameFromSearch } from '../person-forms.ts'
import { clockOf, dayOf } from '../../../words/times.ts'
import { EnteredList } from './entered-list.tsx'
import {
  checkLine,
  EMPTY_LINE,
  isBegun,
  type KeptLines,
  type LineError,
  type LineForm,
  readingOf,
  readLines,
} from './line.ts'
import { LineFields } from './line-fields.tsx'
import { Frame } from './frame.tsx'
import { SameLine } from './same-line.tsx'
import { doorsOn, sheetDays, usualDay } from '../../../words/sheet-day.ts'
import { type NewLine, useEntering } from './use-entering.ts'
import { readOn } from '../../../words/written-time.ts'

/** A page of what was entered. */
const AT_ONCE = 50
/** No form is ever this: also an empty one is kept on disk, in the place of what was half-written before it. */
const NEVER: KeptLines = { form: { ...EMPTY_LINE, name: '\n' }, unsent: [] }
/** More than these would not fit into a draft. */
const MOST_UNSENT = 20

const timeText = (at: string | null): string => (at === null ? '' : clockOf(new Date(at)))

export function EnterPart(page: DeskPage) {
  const { api } = useApi()
  const { pack, now, state } = page
  const [day, setDay] = useState(() => usualDay(pack, now, state.rehearsal))
  const [form, setForm] = useState(EMPTY_LINE)
  const [error, setError] = useState<LineError | null>(null)
  const [sure, setSure] = useState<string[]>([])
  const [lastIn, setLastIn] = useState<string>()
  const [same, setSame] = useState<{ line: NewLine; likely: DelegateView[] } | null>(null)
  const [offset, setOffset] = useState(0)
  const [restored, setRestored] = useState('')
  const busy = useRef(false)
  const refs = { name: useRef<HTMLInputElement>(null), in: useRef<HTMLInputElement>(null) }
  const entering = useEntering()
  const unsent = entering.waiting.slice(0, MOST_UNSENT).map((line) => line.form)
  const draft = useDraft<KeptLines>('paper-line', { form, unsent }, NEVER, readLines)
  const entered = useQuery(api.paper.entered.queryOptions({ input: { offset, limit: AT_ONCE } }))
  const newest = useQuery(api.paper.entered.queryOptions({ input: { offset: 0, limit: AT_ONCE } }))
  const last = newest.data?.items[0]

  // What was half-entered when the tablet went out is simply there again: asking would only hold up the next line.
  const { found, take } = draft
  const { bringBack } = entering
  useEffect(() => {
    if (found === null) return
    const { value } = found
    setForm((typed) => (isBegun(typed) ? typed : value.form))
    if (isBegun(value.form)) setRestored('This line was half entered. Go on with it, or press Escape for an empty one.')
    bringBack(value.unsent)
    take()
    // Only when something was found: the rest never changes what is to be done.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [found])

  const around = useMemo(
    () => ({ day, dayWords: weekdayInWords(day), now, from: doorsOn(pack, day) }),
    [day, now, pack],
  )
  const toName = () => refs.name.current?.focus()
  const toTime = () => refs.in.current?.focus()
  const change = (changes: Partial<LineForm>) => {
    setError(null)
    setForm((before) => ({ ...before, ...changes }))
  }
  /** The time of the line before is offered: on a sheet many lines have the same. */
  const usualTime = lastIn ?? (last?.in == null || dayOf(new Date(last.in)) !== day ? '' : timeText(last.in))
  const clean = () => {
    setForm(EMPTY_LINE)
    setError(null)
    setSure([])
    setRestored('')
    toName()
  }
  const withTime = (changes: Partial<LineForm>) => {
    // At once, and not with the next picture: the next key is for the field that the keyboard goes to now.
    flushSync(() => {
      setError(null)
      // Some of the time may have been typed while it was looked up who is meant.
      setForm((before) => ({ ...before, in: before.in === '' ? usualTime : before.in, ...changes }))
    })
  }
  const person = ({ id, name, organisation, presence }: FoundDelegate | DelegateView) => {
    withTime({ name, who: { id, name, organisation, here: presence === 'here' } })
    toTime()
  }
  const stranger = () => {
    withTime({ name: nameFromSearch(form.name), who: 'new' })
    document.getElementById('paper-line-organisation')?.focus()
  }
  const ahead = () => {
    withTime({})
    toTime()
  }
  const remember = (text: string) => {
    const read = text.trim() === '' ? null : readOn(text, { ...around, now: new Date() })
    if (read?.at != null) setLastIn(clockOf(read.at))
  }
  const add = async (line: NewLine, evenIfKnown: boolean) => {
    if (busy.current) return
    busy.current = true
    const answer = await entering.add(line, evenIfKnown)
    busy.current = false
    setSame(answer.code === 'asked' ? { line, likely: answer.likely } : null)
    if (answer.code === 'added') clean()
  }
  const enter = () => {
    // Enter in the organisation goes on to the time, as everywhere on this line.
    if (document.activeElement?.id === 'paper-line-organisation') {
      toTime()
      return
    }
    const checked = checkLine(form, { ...around, now: new Date() }, sure)
    if (!checked.ok) {
      setError(checked.error)
      if (checked.error.ask) setSure((before) => [...before, form[checked.error.field].trim()])
      return
    }
    remember(form.in)
    setOffset(0)
    if (checked.kind === 'new') void add(checked, false)
    else {
      entering.send(form, checked)
      clean()
    }
  }
  const show = (line: LineForm) => {
    flushSync(() => {
      setError(null)
      setForm(line)
    })
    toTime()
  }
  const correct = (entry: PaperEntry) => {
    setDay(dayOf(new Date(entry.in ?? entry.out ?? now)))
    show({
      ...EMPTY_LINE,
      name: entry.name,
      who: { id: entry.delegate, name: entry.name, organisation: entry.organisation, here: true },
      in: timeText(entry.in),
      out: timeText(entry.out),
      instead: entry.entered,
    })
  }
  const undoLast = () => {
    if (last !== undefined) entering.undo(last)
    toName()
  }
  const inAt = form.in.trim() === '' ? null : readOn(form.in, around).at
  const { said } = entering

  return (
    <Frame
      part="enter"
      heading="Enter the sheet"
      onLeave={page.onLeave}
      beside={
        <SelectField
          label="Day of the sheet"
          value={day}
          onText={setDay}
          options={[...new Set([day, ...sheetDays(pack, now)])].map((each) => ({
            value: each,
            label: weekdayInWords(each),
          }))}
        />
      }
      dock={
        last === undefined ? null : (
          <Button look="quiet" icon={Undo2} className="paper-undo" onClick={undoLast}>
            <span className="sign-in-cut">Undo the last: {last.name}</span>
          </Button>
        )
      }
    >
      <LineFields
        refs={refs}
        form={form}
        now={now}
        error={error}
        readings={{ in: readingOf(form.in, around), out: readingOf(form.out, around, inAt) }}
        onForm={change}
        onPerson={person}
        onNew={stranger}
        onAhead={ahead}
        onUnclear={toName}
        onUndo={undoLast}
        onEnter={enter}
        onAway={clean}
      />
      {/* What went well stands in the list at once: it is only said. What is to be known stays until the next line. */}
      {said === null || said.tone === 'ok' ? (
        <span className="unseen" role="status">
          {said?.sentence}
        </span>
      ) : (
        <Sentence key={said.serial} tone={said.tone}>
          {said.sentence}
        </Sentence>
      )}
      {restored === '' ? null : <Sentence>{restored}</Sentence>}
      <EnteredList
        page={entered.data}
        error={entered.error}
        waiting={entering.waiting}
        day={day}
        offset={offset}
        atOnce={AT_ONCE}
        onOffset={setOffset}
        onCorrect={correct}
        onUndo={(entry) => {
          entering.undo(entry)
          toName()
        }}
        onAgain={(line) => {
          entering.drop(line.serial)
          show(line.form)
        }}
      />
      {same === null ? null : (
        <SameLine
          {...same}
          now={now}
          onThem={({ id, name }) => {
            setSame(null)
            entering.send({ ...form, name }, { ok: true, kind: 'known', delegate: id, times: same.line.times })
            clean()
          }}
          onOther={() => void add(same.line, true)}
          onClose={() => setSame(null)}
        />
      )}
    </Frame>
  )
}
