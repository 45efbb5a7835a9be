/** A slim strip over every page, for whoever passes by: only what cannot wait, and calm, since delegates see it too. */
import { HardDrive, PlugZap } from 'lucide-react'
import type { Warning } from '../../../shared/domain/warning.ts'
import { useBattery } from './use-battery.ts'
import './warnings.css'

/**
 * It stands there empty on a good day, so that a screen reader hears what comes into it; once, though the battery falls on:
 * the figure is only for the eye.
 */
export function WarningStrip({ warnings }: { warnings: readonly Warning[] }) {
  const battery = useBattery()
  const full = warnings.some((warning) => warning.code === 'disk' && warning.severity === 'nearly-full')
  return (
    <div className="warning-strip no-print" role="status">
      {battery?.severity === 'very-low' ? (
        <p>
          <PlugZap className="icon" aria-hidden />
          <span>
            This tablet needs its charger<span aria-hidden>{`: ${battery.percent}\u00a0% left`}</span>.
          </span>
        </p>
      ) : null}
      {full ? (
        <p>
          <HardDrive className="icon" aria-hidden />
          This tablet is running out of room: please tell a steward.
        </p>
      ) : null}
    </div>
  )
}
