/** A QR code. The maker of QR codes is 9 kB, so it is fetched when there is one to draw; its place is kept meanwhile. */
import { Suspense } from 'react'
import { lazyPage } from './late.tsx'

const QrDrawing = lazyPage(async () => (await import('./qr-drawing.tsx')).QrDrawing)

export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  return (
    <Suspense fallback={<span className={className} />}>
      <QrDrawing text={text} label={label} className={className} />
    </Suspense>
  )
}
