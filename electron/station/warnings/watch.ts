/** Looks at disk and clock again and again, and says when something began or ended. */
import type { Warning } from '../../../shared/domain/warning.ts'
import { type ClockMemory, clockWarnings, followClock } from './clock.ts'
import { diskWarning } from './disk.ts'
import { nameOf } from './names.ts'
import { systemProbe, type SystemProbe } from './system-probe.ts'

export function createWarningWatch({
  folder,
  now,
  newest,
  probe = {},
  told = () => undefined,
}: {
  /** Where the data lies. */
  folder: string
  /** The wall clock, in milliseconds. */
  now: () => number
  /** The wall clock as this station itself last wrote it down; null where it has written nothing. */
  newest: () => number | null
  probe?: Partial<SystemProbe> | undefined
  /** Hears the name of each warning as it begins, and as it ends. */
  told?: (name: string, begins: boolean) => void
}) {
  const { free, database, steady, zone } = { ...systemProbe, ...probe }
  let memory: ClockMemory | null = null
  let current: readonly Warning[] = []

  const disk = (): Warning[] => {
    const room = orNull(() => free(folder))
    if (room === null) return []
    const was = current.find((one) => one.code === 'disk') ?? null
    const found = diskWarning({ free: room, database: orNull(() => database(folder)) ?? 0, was })
    return found === null ? [] : [found]
  }
  const clock = (): Warning[] => {
    const wall = now()
    memory = followClock(memory, { wall, steady: steady() })
    return clockWarnings({ wall, newest: orNull(newest), memory, zone: zone() })
  }

  return {
    current: (): Warning[] => [...current],
    /** True where something changed since the last look. Never throws. */
    look(): boolean {
      const before = current
      current = [...disk(), ...clock()]
      const names = { before: before.map(nameOf), now: current.map(nameOf) }
      for (const name of names.before) if (!names.now.includes(name)) told(name, false)
      for (const name of names.now) if (!names.before.includes(name)) told(name, true)
      return JSON.stringify(before) !== JSON.stringify(current)
    },
  }
}

/** A disk that cannot be asked, and data that cannot be read, have their own words elsewhere. */
function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
