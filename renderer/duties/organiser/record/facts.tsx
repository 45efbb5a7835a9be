/** What is known of something, as names and values. */
import type { ReactNode } from 'react'

export type Known = { name: string; value: ReactNode; wide?: boolean }

/** Half a panel has room for so many letters of a value, on two lines. */
const SHORT = 24

/** Those without a value are left out; what is long has the whole line, as whatever asks for it (`wide`). */
export function Facts({ facts }: { facts: readonly Known[] }) {
  return (
    <dl className="organiser-facts columns">
      {facts
        .filter(({ value }) => value !== '')
        .map(({ name, value, wide }) => (
          <div key={name} className={wide === true || isLong(value) ? 'wide' : undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

const isLong = (value: ReactNode): boolean => typeof value === 'string' && value.length > SHORT
