/** When it was written on: the day, and the time as it stands on the paper. */
import { useMemo } from 'react'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { weekdayInWords } from '../../words/days.ts'
import { doorsOn, sheetDays } from '../../words/sheet-day.ts'
import { clockOf } from '../../words/times.ts'
import { readOn } from '../../words/written-time.ts'
import { SelectField, TextField } from '../fields.tsx'
import type { Form } from '../form/use-form.ts'

type Dated = { day: string; time: string }

export function PaperTime<Values extends Dated>({ form, pack }: { form: Form<Values>; pack: EventPack }) {
  const { text, values } = form as unknown as Form<Dated>
  const { day, time } = values
  const days = useMemo(() => [...new Set([day, ...sheetDays(pack, new Date())])], [day, pack])
  const at = time.trim() === '' ? null : readOn(time, { day, now: new Date(), from: doorsOn(pack, day) }).at
  const reading = at === null ? '' : clockOf(at)
  return (
    <>
      <SelectField
        {...text('day')}
        label="Day"
        options={days.map((each) => ({ value: each, label: weekdayInWords(each) }))}
      />
      <TextField
        {...text('time')}
        label={
          <>
            Time on it
            {reading === '' || reading === time ? null : <span className="cards-reading tiny"> = {reading}</span>}
          </>
        }
        maxLength={12}
      />
    </>
  )
}
