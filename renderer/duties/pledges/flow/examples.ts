/** Which examples of a kind of pledge to show first. */
import type { PledgeType } from '../../../../shared/domain/event-pack.ts'

type Example = PledgeType['examples'][number]

/** Those of the person's own sector, then those for everyone, then the rest: they may still give somebody an idea. */
export function examplesFor({ examples }: PledgeType, sector: string): Example[] {
  const rank = (example: Example) => (sector !== '' && example.sector === sector ? 0 : example.sector === null ? 1 : 2)
  return examples.toSorted((a, b) => rank(a) - rank(b))
}
