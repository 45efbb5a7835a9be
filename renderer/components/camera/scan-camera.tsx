/** The tablet's camera as a scanner of QR codes: a button until it is wanted, so that nobody loads it for nothing. */
import { Camera } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../button.tsx'
import { recallCamera, rememberCamera } from './camera-memory.ts'
import type { MayShow } from './scans.ts'
import { lazyPage } from '../late.tsx'

const CameraView = lazyPage(
  async () => (await import('./camera-view.tsx')).CameraView,
  ({ pressed }: { pressed: boolean }) => <Off autoFocus={pressed} busy />,
)

type Props = {
  onScan: (text: string, mayShow: MayShow) => void
  /** Which of a tablet's cameras is meant until somebody chooses: `user` where it stands facing those who sign in. */
  facing?: 'user' | 'environment'
  /** Seconds without a touch, a key or a scan until the camera rests. */
  quiet?: number
  /** Whoever opens this page came for the camera: it is on at once. */
  wanted?: boolean
}

/**
 * Calls `onScan` with what a code within the frame says; the same code within five seconds of when it was last seen is one scan.
 * Whatever is in the code is handed on as it is: it may be anything, and as long as a QR code can be (2,953 bytes). `mayShow` is
 * to be asked when the station has answered: a code that nobody has does not take the place of a badge that is still held.
 */
export function ScanCamera({ onScan, facing = 'environment', quiet = 300, wanted = false }: Props) {
  const [on, setOn] = useState(() => wanted || recallCamera().on)
  // Who turned it on or off here has their focus kept; a page that opens with it on does not take anybody's.
  const [pressed, setPressed] = useState(false)
  const turn = (next: boolean) => {
    rememberCamera({ on: next })
    setPressed(true)
    setOn(next)
  }
  return (
    <section aria-label="Camera" className={on ? undefined : 'scan-camera-start'}>
      {on ? (
        <CameraView onScan={onScan} facing={facing} quiet={quiet} pressed={pressed} onOff={() => turn(false)} />
      ) : (
        <Off autoFocus={pressed} onPress={() => turn(true)} />
      )}
    </section>
  )
}

function Off({ onPress, ...others }: { autoFocus: boolean; busy?: boolean; onPress?: () => void }) {
  return (
    <Button look="ghost" icon={Camera} {...others} onClick={onPress}>
      Use the camera
    </Button>
  )
}
