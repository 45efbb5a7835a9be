/** Makes the pages of paper for some badges. Loaded only where badges are printed or shown. */
import type { ReactNode } from 'react'
import type { BadgeContent } from '../../../../shared/contract/badges.ts'
import { type BadgeLayout, onPages, paperOf } from '../../../../shared/domain/badge-layout.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { drawBadge } from './badge-drawing.ts'
import { BadgePage } from './badge-svg.tsx'
import { measureFor } from './measure-text.ts'

/** `firstFree` is the label, from 0, with which the first sheet begins. */
export async function drawSheets(
  contents: readonly BadgeContent[],
  pack: EventPack,
  layout: BadgeLayout,
  firstFree: number,
): Promise<ReactNode> {
  const measure = await measureFor([
    pack.name,
    ...pack.sectors.map(({ name }) => name),
    ...contents.flatMap(({ name, organisation, role }) => [name, organisation, role]),
  ])
  const paper = paperOf(layout)
  const drawn = contents.map((content) => drawBadge(content, pack, layout, measure))
  return onPages(drawn, paper, firstFree).map((badges, page) => (
    <BadgePage key={page} layout={layout} paper={paper} badges={badges} />
  ))
}
