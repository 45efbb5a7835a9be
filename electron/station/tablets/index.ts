/** The tablets of an event: how one becomes part of it, and what they bring one another. */
import type { StationCore } from '../kernel/core.ts'
import type { Settings } from '../kernel/settings.ts'
import { createBundles } from './bundles.ts'
import { createEnrolling, type StaffSecrets } from './enrolling.ts'
import { createOwnKeys } from './own-keys.ts'
import type { Duty } from '../../../shared/domain/duty.ts'

export { saidOf } from './said-of.ts'

export function createTablets({
  core,
  settings,
  staff,
  settle,
  cost,
}: {
  core: StationCore
  settings: Settings
  staff: StaffSecrets
  settle: (as: { name: string; duty: Duty }) => void
  cost?: number
}) {
  const keys = createOwnKeys(core, settings)
  const bundles = createBundles({ core, keys })
  const enrolling = createEnrolling({ core, keys, bundles, staff, settle, ...(cost === undefined ? {} : { cost }) })
  return {
    ...enrolling,
    /** The public half of the event’s signing key that this tablet believes; null where it believes none. */
    eventKey: (): string | null => keys.eventKey()?.signing ?? null,
    /** All that this tablet holds, for whoever holds the event key. Null where it is not enrolled, or has written nothing. */
    async writeBundle() {
      const key = keys.eventKey()
      return key === null ? null : bundles.write({ publicKey: key.sealing, called: key.sealing })
    },
    /** Throws BundleError. */
    open: bundles.open,
    take: bundles.take,
  }
}
