/** The day that came of somebody's words, said back at once, with a way to say another. */
import { CalendarDays, Pencil } from 'lucide-react'
import { dayInWords } from '../words/days.ts'
import { Button } from './button.tsx'
import { useByWhen } from './use-by-when.ts'

type Props = {
  /** Of the field that the words stand in. */
  field?: string
  words: string
  /** The ISO day of the event, from which words count. */
  eventDate: string
  /** Another day is to be said: the one that was worked out, as an ISO day and as it is written. */
  onAnother: (day: string, words: string) => void
}

/** It asks, and waits for no answer: whoever goes on has not objected. */
export function DaySaidBack({ field, words, eventDate, onAnother }: Props) {
  const said = useByWhen()?.saidBack(words, eventDate) ?? null
  const day = said?.day ?? null
  const another = (date: string) => () => {
    onAnother(date, dayInWords(date))
    if (field !== undefined) document.getElementById(field)?.focus()
  }
  return (
    <div className="row gap-3">
      {/* There before it says anything, or what comes first would not be read out. */}
      <div role="status">
        {said === null ? null : (
          <div className="sentence">
            <CalendarDays className="icon" aria-hidden />
            <p className="grow">{said.words}</p>
          </div>
        )}
      </div>
      {day === null ? null : (
        <Button look="ghost" icon={Pencil} onClick={another(day)}>
          Say another day
        </Button>
      )}
    </div>
  )
}
