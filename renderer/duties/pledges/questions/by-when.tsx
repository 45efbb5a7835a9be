/** By when: a few usual answers, a day, or their own words. */
import { dayInWords } from '../../../words/days.ts'
import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { z } from 'zod'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { type TimescaleInput, timescaleInput } from '../../../../shared/domain/pledge.ts'
import { DaySaidBack } from '../../../components/day-said-back.tsx'
import { type FieldError, errorOf, RadioList, TextField } from '../../../components/fields.tsx'
import type { ByWhen } from '../../../components/use-by-when.ts'
import { writtenDay } from '../../../words/written-day.ts'
import { errorsOf, type FieldsProps, type Question } from './question.ts'

const WHEN_CHOICES = ['month', 'three-months', 'school-year', 'day', 'words', 'open'] as const
export const byWhenAnswers = z.object({
  when: z.object({
    choice: z.enum(WHEN_CHOICES).nullable(),
    day: z.string(),
    month: z.string(),
    year: z.string(),
    words: z.string(),
  }),
})
type Needed = z.infer<typeof byWhenAnswers>
export const NO_TIME: Needed = { when: { choice: null, day: '', month: '', year: '', words: '' } }

const LABELS: Record<(typeof WHEN_CHOICES)[number], string> = {
  month: 'Within a month',
  'three-months': 'Within three months',
  'school-year': 'By the end of the school year',
  day: 'On or before a day I choose',
  words: 'In my own words',
  open: 'Not sure yet',
}
/** What is said about “by when” to the station, which works the day out. */
const SAID = {
  month: 'within a month',
  'three-months': 'within three months',
  'school-year': 'by the end of the school year',
} as const
/** A promise to a young person may reach to the day they turn 25; a year beyond that was mistyped. */
const FURTHEST_YEARS = 25

const PARTS = [
  // Who writes or pastes the whole day into the first box is understood as well.
  { part: 'day', label: 'Day', longest: 30 },
  { part: 'month', label: 'Month', longest: 12 },
  { part: 'year', label: 'Year', longest: 4 },
] as const

/** What is said to the station in words; empty where it is a day, or nothing. */
function wordsOf({ choice, words }: Needed['when']): string {
  if (choice === 'words') return words
  return choice === 'month' || choice === 'three-months' || choice === 'school-year' ? SAID[choice] : ''
}

/** The answer, with the day that it comes to where we worked one out. */
function rowWords(answers: Needed, eventDate: string, byWhen: ByWhen | null): string {
  const said = byWhenWords(answers)
  const day = byWhen?.workedOut(wordsOf(answers.when), eventDate) ?? null
  return day === null ? said : `${said} (${day})`
}

export function byWhenWords({ when }: Needed): string {
  if (when.choice === null) return ''
  if (when.choice === 'words') return when.words.trim()
  const date = when.choice === 'day' ? writtenDay(when) : null
  return date === null ? LABELS[when.choice] : `By ${dayInWords(date)}`
}

function check({ when }: Needed, pack: EventPack): FieldError[] {
  if (when.choice === null) return [{ id: 'by-when', message: 'Say by when, or choose “Not sure yet”' }]
  if (when.choice === 'words')
    return errorsOf(timescaleInput.safeParse({ kind: 'words', words: when.words }), { words: 'own-words' })
  if (when.choice !== 'day') return []
  const date = writtenDay(when)
  if (date === null)
    return [{ id: 'day', message: 'Write a day that is in the calendar, like 31 3 2027 or 31 March 2027' }]
  if (date < pack.dates.from) return [{ id: 'day', message: 'Choose a day that is still to come' }]
  const furthest = Number(pack.dates.to.slice(0, 4)) + FURTHEST_YEARS
  return Number(date.slice(0, 4)) > furthest
    ? [{ id: 'year', message: 'Look at the year again: it is a long way off' }]
    : []
}

function timescaleOf({ when }: Needed): TimescaleInput | null {
  switch (when.choice) {
    case null:
      return null
    case 'day': {
      const date = writtenDay(when)
      return date === null ? null : { kind: 'date', date }
    }
    case 'open':
      return { kind: 'open' }
    case 'words':
    case 'month':
    case 'three-months':
    case 'school-year':
      return { kind: 'words', words: wordsOf(when) }
  }
}

const QUESTION = 'By when?'

export const byWhen: Question<Needed> = {
  title: () => QUESTION,
  hint: () => 'So that somebody can ask how it went.',
  check,
  sent: (answers) => ({ timescale: timescaleOf(answers) }),
  row: (answers, pack, worked) => ({
    name: 'By when',
    words: rowWords(answers, pack.dates.to, worked),
    what: 'by when',
  }),
  Fields,
}

function Fields({ answers, pack, errors, answer }: FieldsProps<Needed>) {
  const { when } = answers
  const set = (change: Partial<Needed['when']>) => answer({ when: { ...when, ...change } })
  const dayField = useRef<HTMLInputElement>(null)
  const asksForDay = useRef(false)
  useEffect(() => {
    if (!asksForDay.current || when.choice !== 'day') return
    asksForDay.current = false
    dayField.current?.focus()
  }, [when.choice])
  const sayAnother = (date: string) => {
    asksForDay.current = true
    const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)))
    set({ choice: 'day', day, month, year })
  }
  const dayError = errorOf(errors, 'day') ?? errorOf(errors, 'year')
  return (
    <>
      <RadioList
        id="by-when"
        name="by-when"
        legend={QUESTION}
        legendUnseen
        error={errorOf(errors, 'by-when')}
        value={when.choice}
        onChange={(choice) => set({ choice })}
        options={WHEN_CHOICES.map((value) => ({ value, label: LABELS[value] }))}
        columns="two"
      />
      {when.choice === 'day' ? (
        <fieldset
          className={dayError === undefined ? 'field-box' : 'field-box wrong'}
          aria-describedby={dayError === undefined ? 'day-hint' : 'day-hint day-error'}
        >
          <legend className="field-label">Which day?</legend>
          <span className="field-hint" id="day-hint">
            For example, 31 3 2027 or 31 March 2027
          </span>
          {dayError === undefined ? null : (
            <span className="field-error" id="day-error">
              <CircleAlert className="icon" aria-hidden />
              {dayError}
            </span>
          )}
          <div className="pledges-day row gap-4">
            {PARTS.map(({ part, label, longest }) => (
              <label key={part} className={`pledges-day-${part}`}>
                <span>{label}</span>
                <input
                  id={part}
                  ref={part === 'day' ? dayField : undefined}
                  className="field"
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={longest}
                  value={when[part]}
                  aria-invalid={dayError === undefined ? undefined : true}
                  onChange={(event) => set({ [part]: event.currentTarget.value })}
                />
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      {when.choice === 'words' ? (
        <TextField
          id="own-words"
          label="By when, in your own words"
          hint="For example, “before the summer holidays” or “when our new site opens”"
          error={errorOf(errors, 'own-words')}
          maxLength={300}
          value={when.words}
          onText={(words) => set({ words })}
        />
      ) : null}
      <DaySaidBack words={wordsOf(when)} eventDate={pack.dates.to} onAnother={sayAnother} />
    </>
  )
}
