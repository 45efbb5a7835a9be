/** What stands in the lines of several lists. */
import { GAP_WORDS } from './gap-words.ts'

/** What is missing says so where it would stand, and never leaves that place. */
export const Lacking = ({ gap }: { gap: keyof typeof GAP_WORDS }) => (
  <span className="chip warn lines-mark">{GAP_WORDS[gap]}</span>
)

export const Nothing = () => <span className="muted">–</span>
