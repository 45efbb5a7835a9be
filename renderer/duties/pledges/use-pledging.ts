/** The pledge screen’s machine at work: what happens goes in, and the address of the page follows from what it comes to. */
import { useCallback, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { next } from './flow/next.ts'
import { addressOf, openAt, type PledgeEvent, type State } from './flow/states.ts'
import { useBrowserBack } from './use-browser-back.ts'

export type Act = (event: PledgeEvent) => void

/** These lead to a page of their own, which the browser’s own Back leads away from again. */
const ONWARD: ReadonlySet<PledgeEvent['type']> = new Set([
  'begin',
  'onward',
  'badge',
  'notice',
  'change',
  'another',
  'amend',
])

export function usePledging(pack: EventPack): [State, Act] {
  const [, navigate] = useLocation()
  const [state, setState] = useState(() => openAt(location.pathname))
  // What has happened counts at once, and not with the next picture: of two presses the second finds what the first has made of it.
  const now = useRef(state)

  const act = useCallback(
    (event: PledgeEvent) => {
      const before = now.current
      const after = next(before, event, pack)
      now.current = after
      setState(after)
      const address = addressOf(after)
      if (address === location.pathname) return
      // Somebody has led the page elsewhere, to the staff room perhaps, and what comes late here does not lead it back.
      if (event.type !== 'went' && location.pathname !== addressOf(before)) return
      // Where the question before is also the page before, the browser’s history stays as the person sees it.
      if (event.type === 'back' && openedFrom() === address) history.back()
      else if (ONWARD.has(event.type)) navigate(address, { state: { from: addressOf(before) } })
      else navigate(address, { replace: true })
    },
    [pack, navigate],
  )
  useBrowserBack(() => act({ type: 'went', address: location.pathname }))
  return [state, act]
}

/** The address from which this page was opened, if it was opened from one. */
function openedFrom(): unknown {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'from' in state ? state.from : null
}
