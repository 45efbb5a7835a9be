/** What is known of something, as names and values. */
import type { ReactNode } from 'react'

export type Known = { name: string; value: ReactNode; wide?: boolean }

/** Those without a value are left out. */
export function Facts({ facts }: { facts: readonly Known[] }) {
  return (
    <dl className="organiser-facts columns">
      {facts
        .filter(({ value }) => value !== '')
        .map(({ name, value, wide }) => (
          <div key={name} className={wide === true ? 'wide' : undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
