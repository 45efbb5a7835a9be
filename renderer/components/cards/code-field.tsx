/** The code of a card or a sheet: scanned or typed, and looked up as soon as it is whole. */
import { useQuery } from '@tanstack/react-query'
import type { CardEntry } from '../../../shared/contract/cards.ts'
import type { EventPack } from '../../../shared/domain/event-pack.ts'
import { readCard } from '../../../shared/domain/paper-card.ts'
import { useApi } from '../../api.tsx'

/** What is known of the code in the field; nothing while it is none. */
export type LookedUp = {
  entries: readonly CardEntry[]
  place: { session: string; table: string } | null
  /** Where a sheet with this code belongs. */
  told: { session: string; table: string } | null
  madeAtAScreen: boolean
}
const NOTHING: LookedUp = { entries: [], place: null, told: null, madeAtAScreen: false }

export function useCode(text: string, pack: EventPack): LookedUp {
  const { api } = useApi()
  const isCode = readCard(text, pack.code).kind === 'card'
  const looked = useQuery({
    ...api.cards.look.queryOptions({ input: { text } }),
    enabled: isCode,
    gcTime: 0,
    staleTime: 0,
  }).data
  if (!isCode || looked === undefined) return NOTHING
  if (looked.code === 'card')
    return { entries: looked.entries, place: looked.place, told: looked.told, madeAtAScreen: false }
  return { ...NOTHING, madeAtAScreen: looked.code === 'made-at-a-screen' }
}
