/** Badges: printing them all, or some, before the day; and the log of what was printed. */
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { Segments } from '../../../components/lists/segments.tsx'
import { Heading } from '../../../components/page.tsx'
import type { DeskPage } from '../desk-page.ts'
import { PrintLog } from './print-log.tsx'
import { PrintMany } from './print-many.tsx'
import './badges.css'

const VIEWS = [
  { value: 'print', label: 'Print' },
  { value: 'log', label: 'Print log' },
] as const

export function BadgesPage({ door, pack, now, onLeave }: DeskPage) {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('print')
  const head = (
    <div className="badges-head row apart">
      <Heading>Badges</Heading>
      <Segments name="Print or look back" value={view} options={VIEWS} onChange={setView} />
    </div>
  )
  const leave = (
    <Button look="ghost" icon={ArrowLeft} onClick={onLeave}>
      Back to the desk
    </Button>
  )
  return view === 'print' ? (
    <PrintMany head={head} leave={leave} pack={pack} usual={door.badges.layout} onLog={() => setView('log')} />
  ) : (
    <PrintLog head={head} leave={leave} now={now} />
  )
}
