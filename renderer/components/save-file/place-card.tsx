/** One place a file can go to: the whole card is the button. */
import type { LucideIcon } from 'lucide-react'

type Props = { icon: LucideIcon; name: string; about: string; busy: boolean; onPress: () => void }

export function PlaceCard({ icon: Icon, name, about, busy, onPress }: Props) {
  return (
    <li>
      <button
        type="button"
        className="place beside gap-4"
        aria-disabled={busy || undefined}
        onClick={() => busy || onPress()}
      >
        <Icon className="icon" aria-hidden />
        <span className="choice-words">
          <b className="any-break two-lines">{name}</b> <span className="muted small">{about}</span>
        </span>
      </button>
    </li>
  )
}
