/** A sentence for the person: good news, a question, or what went wrong and what to do. */
import { CircleAlert, CircleCheck, Info } from 'lucide-react'
import type { ReactNode } from 'react'

const ICONS = { ok: CircleCheck, warn: Info, bad: CircleAlert, plain: Info }

/** `bad` is read out at once; the others when there is a pause. */
export function Sentence({ tone = 'plain', children }: { tone?: keyof typeof ICONS; children: ReactNode }) {
  const Icon = ICONS[tone]
  return (
    <div className={`sentence ${tone === 'plain' ? '' : tone}`.trim()} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon className="icon" aria-hidden />
      <div className="grow">{children}</div>
    </div>
  )
}
