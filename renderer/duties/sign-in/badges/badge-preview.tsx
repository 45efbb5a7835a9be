/** One badge as it will be printed, in its true proportions: the first of those chosen. */
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { BadgeContent } from '../../../../shared/contract/badges.ts'
import { type BadgeLayout, paperOf } from '../../../../shared/domain/badge-layout.ts'
import { openOf } from '../../../../shared/domain/event-change/open.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { useApi } from '../../../api.tsx'
import { type BadgeDrawing, drawBadge } from './badge-drawing.ts'
import { BadgePicture } from './badge-svg.tsx'
import { settingFor } from './badge-setting.ts'

type Props = { pack: EventPack; layout: BadgeLayout; delegate: string | null }

/** Where nobody is chosen, somebody invented; the code is of no badge that is. */
const sampleOf = (pack: EventPack): BadgeContent => ({
  id: '00000000-0000-7000-8000-000000000000',
  name: 'Alex Example',
  organisation: 'Where they work',
  role: 'What they do',
  sector: openOf(pack.sectors)[0]?.id ?? '',
  table: '1',
  badge: `PK1-${pack.code}-0000000000000000`,
})

export function BadgePreview({ pack, layout, delegate }: Props) {
  const { api } = useApi()
  const found = useQuery({
    ...api.badges.contents.queryOptions({ input: delegate === null ? skipToken : { delegates: [delegate] } }),
    placeholderData: keepPreviousData,
  })
  const rehearsal = useQuery(api.station.state.queryOptions()).data?.rehearsal ?? false
  const held = found.data?.[0]
  const content = delegate === null || held === undefined ? null : held
  const [drawing, setDrawing] = useState<{ of: BadgeDrawing; name: string } | null>(null)
  useEffect(() => {
    let gone = false
    const shown = content ?? sampleOf(pack)
    const draw = async () => {
      const setting = await settingFor([shown], { pack, layout, rehearsal })
      if (!gone) setDrawing({ of: drawBadge(shown, setting), name: shown.name })
    }
    void draw()
    return () => {
      gone = true
    }
  }, [content, pack, layout, rehearsal])
  const { width, height } = paperOf(layout).label
  return (
    <figure className={`badges-preview stack gap-2 ${layout}`}>
      {drawing === null ? null : <BadgePicture drawing={drawing.of} label={`The badge of ${drawing.name}`} />}
      <figcaption className="small muted">
        {width} × {height} mm. Print at actual size, without margins.
      </figcaption>
    </figure>
  )
}
