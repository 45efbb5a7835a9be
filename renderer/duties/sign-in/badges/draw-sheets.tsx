/** Makes the pages of paper for some badges. Loaded only where badges are printed or shown. */
import type { ReactNode } from 'react'
import type { BadgeContent } from '../../../../shared/contract/badges.ts'
import { type BadgeLayout, onPages, paperOf } from '../../../../shared/domain/badge-layout.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { drawBadge } from './badge-drawing.ts'
import { BadgePage } from './badge-svg.tsx'
import { settingFor } from './badge-setting.ts'

/** `firstFree` is the label, from 0, with which the first sheet begins. */
export async function drawSheets(
  contents: readonly BadgeContent[],
  {
    pack,
    layout,
    rehearsal,
    firstFree,
  }: { pack: EventPack; layout: BadgeLayout; rehearsal: boolean; firstFree: number },
): Promise<ReactNode> {
  const setting = await settingFor(contents, { pack, layout, rehearsal })
  const paper = paperOf(layout)
  const drawn = contents.map((content) => drawBadge(content, setting))
  return onPages(drawn, paper, firstFree).map((badges, page) => (
    <BadgePage key={page} layout={layout} paper={paper} badges={badges} />
  ))
}
