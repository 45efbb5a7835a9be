/** Long text in a dialog that the keyboard can scroll; it comes first, so that the dialog opens at its beginning. */
import type { ReactNode } from 'react'

export function Reading({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="reading" tabIndex={0} role="region" aria-label={name}>
      {children}
    </div>
  )
}
