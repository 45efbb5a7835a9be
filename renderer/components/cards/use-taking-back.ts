/** Takes back what was entered from paper, or brings it back, by the same calls as anywhere. */
import { useQueryClient } from '@tanstack/react-query'
import type { CardEntry } from '../../../shared/contract/cards.ts'
import { useApi } from '../../api.tsx'
import { useSending } from '../form/use-sending.ts'
import { placeOf, recordOf } from './entry-words.ts'

const WHY = 'Entered from a card or sheet by mistake'

export function useTakingBack() {
  const { client, api } = useApi()
  const queries = useQueryClient()
  const { said, say, attempt } = useSending()
  const refresh = () => queries.invalidateQueries({ queryKey: api.cards.key() })
  return {
    said,
    say,
    refresh,
    takeBack: (entry: CardEntry) =>
      attempt(async () => {
        const given = { id: recordOf(entry).id, reason: WHY }
        if (entry.kind === 'pledge') await client.pledges.withdraw(given)
        else if (entry.kind === 'action') await client.workshops.withdrawAction(given)
        else await client.workshops.withdrawIdea(given)
        await refresh()
        say({ tone: 'ok', words: `${placeOf(entry)} is taken back.` })
      }),
    bringBack: (entry: CardEntry) =>
      attempt(async () => {
        const given = { id: recordOf(entry).id, reason: '' }
        if (entry.kind === 'pledge') await client.pledges.restore(given)
        else if (entry.kind === 'action') await client.workshops.restoreAction(given)
        else await client.workshops.restoreIdea(given)
        await refresh()
        say({ tone: 'ok', words: `${placeOf(entry)} stands again.` })
      }),
  }
}
