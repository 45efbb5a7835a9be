/** A QR code. The maker of QR codes is 9 kB, so it is fetched when there is one to draw; its place is kept meanwhile. */
import { lazyPage } from './late.tsx'

type Props = { text: string; label: string; className?: string }

export const QrCode = lazyPage(
  async () => (await import('./qr-drawing.tsx')).QrDrawing,
  ({ className }: Props) => <span className={className} />,
)
