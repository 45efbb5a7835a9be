/** The battery of the tablet, where its browser tells: Chromium does, and so Electron and Chrome; others never warn. */

/** What a browser tells of a battery (W3C Battery Status API); a machine without one is full and charging. */
type Battery = Pick<EventTarget, 'addEventListener' | 'removeEventListener'> & {
  /** From 0 to 1. */
  readonly level: number
  readonly charging: boolean
}
export type HasBattery = { getBattery?: () => Promise<Battery> }

export type BatteryWarning = { code: 'battery'; severity: 'low' | 'very-low'; percent: number }

/** Percent. Time to look for the charger; and the time when whoever passes by should bring it. */
const LOW = 20
const VERY_LOW = 10

const EVENTS = ['levelchange', 'chargingchange'] as const

function batteryWarning({ level, charging }: Pick<Battery, 'level' | 'charging'>): BatteryWarning | null {
  const percent = Math.round(level * 100)
  if (charging || percent > LOW) return null
  return { code: 'battery', severity: percent > VERY_LOW ? 'low' : 'very-low', percent }
}

/** Tells of the battery now, and of each change, until it is stopped. */
export function watchBattery(device: HasBattery, tell: (warning: BatteryWarning | null) => void): () => void {
  let stopped = false
  let unhear = () => undefined as void
  const begin = (battery: Battery) => {
    if (stopped) return
    const look = () => tell(batteryWarning(battery))
    for (const event of EVENTS) battery.addEventListener(event, look)
    unhear = () => {
      for (const event of EVENTS) battery.removeEventListener(event, look)
    }
    look()
  }
  // A browser may have the call and refuse it: then there is nothing to warn of, as where it has none.
  device.getBattery?.().then(begin, () => undefined)
  return () => {
    stopped = true
    unhear()
  }
}
