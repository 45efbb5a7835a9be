/** A small state in colour, icon and words. */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export function Chip({
  tone,
  icon: Icon,
  children,
}: {
  tone?: 'ok' | 'warn' | 'bad' | 'info'
  icon?: LucideIcon
  children: ReactNode
}) {
  return (
    <span className={`chip ${tone ?? ''}`.trim()}>
      {Icon === undefined ? null : <Icon className="icon" aria-hidden />}
      <span>{children}</span>
    </span>
  )
}
