/** All that this tablet warns of, for staff: what it is, and what to do. */
import { CircleAlert, Info } from 'lucide-react'
import type { Warning } from '../../../shared/domain/warning.ts'
import { useBattery } from './use-battery.ts'
import { inWords } from './words.ts'

/** Not read out as it changes: the strip over the page says what cannot wait. Nothing on a good day. */
export function WarningList({ warnings }: { warnings: readonly Warning[] }) {
  const battery = useBattery()
  const all = inWords(battery === null ? warnings : [battery, ...warnings], new Date())
  if (all.length === 0) return null
  return (
    <section className="stack gap-3" aria-labelledby="warnings-title">
      <h2 id="warnings-title">This tablet needs somebody</h2>
      <ul className="small stack gap-2">
        {all.map(({ id, tone, what, todo }) => (
          <li key={id} className={`sentence ${tone}`}>
            {tone === 'bad' ? <CircleAlert className="icon" aria-hidden /> : <Info className="icon" aria-hidden />}
            <p className="grow">
              <b>{what}</b> {todo}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
