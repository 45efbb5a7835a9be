/** Has a page warn of the battery of its own tablet. */
import { useEffect, useState } from 'react'
import { type BatteryWarning, type HasBattery, watchBattery } from './battery.ts'

export function useBattery(): BatteryWarning | null {
  const [warning, setWarning] = useState<BatteryWarning | null>(null)
  useEffect(() => watchBattery(navigator as HasBattery, setWarning), [])
  return warning
}
