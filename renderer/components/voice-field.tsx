/** Which of young people’s published words an action answers: nobody’s, until somebody chooses. */
import type { Priority } from '../../shared/domain/event-pack.ts'
import { SelectField } from './fields.tsx'

/** A line of a list that opens is no longer than this; the words are kept whole. */
const LINE = 90

type Props = {
  id: string
  value: string
  error?: string | undefined
  onText: (text: string) => void
  /** Theirs are the words to choose from. */
  priorities: readonly Priority[]
}

export function VoiceField({ priorities, ...field }: Props) {
  const said = [...new Set(priorities.flatMap(({ voices }) => voices.map(({ words }) => words)))]
  // Words that the event has no longer stay as they were chosen.
  const all = field.value === '' || said.includes(field.value) ? said : [field.value, ...said]
  if (all.length === 0) return null
  return (
    <SelectField
      {...field}
      label="Which words of young people does it answer?"
      hint="They stand beside it in the plan"
      options={[{ value: '', label: 'None' }, ...all.map((words) => ({ value: words, label: shortened(words) }))]}
    />
  )
}

const shortened = (words: string): string => (words.length <= LINE ? words : `${words.slice(0, LINE - 1).trimEnd()}…`)
