/** The first page of what is to be printed, small: to be seen, not to be used. */
import type { ReactNode } from 'react'
import './page-preview.css'

/** `across`: A4 on its side. */
export function PagePreview({ across, name, children }: { across: boolean; name?: string; children: ReactNode }) {
  return (
    <div
      className={['page-preview', across ? 'across' : '', name ?? ''].filter(Boolean).join(' ')}
      role="img"
      aria-label="What the first page will look like"
    >
      <div inert aria-hidden>
        {children}
      </div>
    </div>
  )
}
