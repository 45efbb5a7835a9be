/** Draws badges: one alone for the screen, or a page of them for the printer, in millimetres of the paper. */
import { useMemo } from 'react'
import { type BadgeLayout, type BadgePaper, placeOf } from '../../../../shared/domain/badge-layout.ts'
import { qrPath } from '../../../components/qr-path.ts'
import { type BadgeDrawing, FRAME_WIDTH } from './badge-drawing.ts'

/** One badge, in its own proportions; `label` is what a screen reader says of it. */
export function BadgePicture({ drawing, label }: { drawing: BadgeDrawing; label: string }) {
  const { width, height } = drawing.size
  return (
    <svg
      className="badge-picture"
      viewBox={`0 0 ${width} ${height}`}
      width={`${width}mm`}
      height={`${height}mm`}
      role="img"
      aria-label={label}
    >
      <Badge drawing={drawing} />
    </svg>
  )
}

/** One page of paper with the badges on their labels. */
export function BadgePage({
  layout,
  paper,
  badges,
}: {
  layout: BadgeLayout
  paper: BadgePaper
  badges: readonly { label: number; item: BadgeDrawing }[]
}) {
  const { width, height } = paper.page
  return (
    <div className={`badge-page ${layout}`}>
      <svg viewBox={`0 0 ${width} ${height}`} width={`${width}mm`} height={`${height}mm`}>
        {badges.map(({ label, item }) => {
          const { x, y } = placeOf(paper, label)
          return (
            <g key={label} transform={`translate(${x} ${y})`} data-label={label}>
              <Badge drawing={item} />
            </g>
          )
        })}
      </svg>
    </div>
  )
}

function Badge({ drawing: { lines, mark, stamp, writeOn, band, qr } }: { drawing: BadgeDrawing }) {
  const code = useMemo(() => qrPath(qr.text, 'Q'), [qr.text])
  const { frame, block, shape, ink } = band
  return (
    <>
      {mark === null ? null : <image {...mark} preserveAspectRatio="xMidYMid meet" data-part="mark" />}
      {stamp === null ? null : <rect {...stamp} fill="none" stroke="#000" strokeWidth={FRAME_WIDTH} />}
      {writeOn === null ? null : (
        <path d={`M${writeOn.x} ${writeOn.y}h${writeOn.width}`} stroke="#000" strokeWidth={0.4} data-part="write-on" />
      )}
      <rect {...frame} fill="none" stroke={ink} strokeWidth={FRAME_WIDTH} />
      {block === null ? null : <rect {...block} fill={ink} />}
      {shape.path === '' ? null : (
        <path
          d={shape.path}
          fill="#fff"
          fillRule="evenodd"
          transform={`translate(${shape.x} ${shape.y}) scale(${shape.scale})`}
        />
      )}
      {lines.map((line) => (
        <text
          key={`${line.part} ${line.baseline}`}
          data-part={line.part}
          x={line.x}
          y={line.baseline}
          fontSize={line.size}
          fontWeight={line.weight}
          textAnchor={line.anchor}
          direction={line.rightToLeft ? 'rtl' : 'ltr'}
          fill="#000"
        >
          {line.words}
        </text>
      ))}
      <path
        d={code.path}
        fill="#000"
        shapeRendering="crispEdges"
        data-part="code"
        transform={`translate(${qr.x} ${qr.y}) scale(${qr.side / code.size})`}
      />
    </>
  )
}
