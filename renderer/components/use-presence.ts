/** Tells the station that somebody is at an unlocked screen, and notices when the station has locked it. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Role } from '../../shared/domain/fact.ts'
import { useApi } from '../api.tsx'
import { onPersonsDoing } from './persons-doing.ts'
import { useForgetStaff } from './use-lock.ts'

/** It is told at most so often. Milliseconds. */
const TELL_EVERY = 15_000
/** So often an unlocked page asks whether it still is. Milliseconds. */
const ASK_EVERY = 60_000

export function usePresence(role: Role): void {
  const { client, api } = useApi()
  const forget = useForgetStaff('inactive')
  const isStaff = role === 'steward' || role === 'organiser'
  useQuery({ ...api.station.state.queryOptions(), refetchInterval: isStaff ? ASK_EVERY : false })

  useEffect(() => {
    if (!isStaff) return
    let told = -TELL_EVERY
    return onPersonsDoing(() => {
      if (performance.now() - told < TELL_EVERY) return
      told = performance.now()
      void client.staff.here().catch(() => undefined)
    })
  }, [client, isStaff])

  const was = useRef(isStaff)
  useEffect(() => {
    // Whichever way the role ended, nothing that only staff may see stays in the page.
    if (was.current && !isStaff) forget()
    was.current = isStaff
  }, [forget, isStaff])
}
