/** What a browser has to say before badges can be drawn: how wide letters are, which it lacks, and how large the host's mark is. */
import type { BadgeContent } from '../../../../shared/contract/badges.ts'
import type { BadgeLayout } from '../../../../shared/domain/badge-layout.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { undrawnIn } from '../../../components/undrawn/look.ts'
import type { BadgeSetting, Mark } from './badge-drawing.ts'
import { measureFor } from './measure-text.ts'

type Wish = { pack: EventPack; layout: BadgeLayout; rehearsal: boolean }

export async function settingFor(
  contents: readonly BadgeContent[],
  { pack, layout, rehearsal }: Wish,
): Promise<BadgeSetting> {
  const words = contents.flatMap(({ name, organisation, role, table }) => [name, organisation, role, table])
  const [measure, undrawn, mark] = await Promise.all([
    measureFor([pack.name, ...pack.sectors.map(({ name }) => name), 'REHEARSAL Table 0123456789', ...words]),
    undrawnIn(words),
    markOf(pack.mark),
  ])
  return { pack, layout, measure, undrawn, mark, rehearsal }
}

/** Null where the pack has no mark, or what no browser can open: a badge without one is better than none. */
async function markOf(href: string | undefined): Promise<Mark | null> {
  if (href === undefined) return null
  const image = new Image()
  image.src = href
  try {
    await image.decode()
  } catch {
    return null
  }
  const { naturalWidth: width, naturalHeight: height } = image
  return width === 0 || height === 0 ? null : { href, width, height }
}
