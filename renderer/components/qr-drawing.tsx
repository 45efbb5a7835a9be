/** Draws a QR code as one path. Loaded only where there is one to draw: see qr-code.tsx. */
import { useMemo } from 'react'
import { qrPath } from './qr-path.ts'

export function QrDrawing({ text, label, className }: { text: string; label: string; className?: string | undefined }) {
  const { path, size } = useMemo(() => qrPath(text), [text])
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
