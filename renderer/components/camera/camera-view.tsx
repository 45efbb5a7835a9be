/** What the camera sees, where to hold a badge, and what to do where it sees nothing. */
import {
  Camera,
  CameraOff,
  Check,
  Flashlight,
  FlashlightOff,
  Lock,
  type LucideIcon,
  Moon,
  RotateCcw,
  Unplug,
  VideoOff,
} from 'lucide-react'
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { isDesktopApp } from '../../client.ts'
import { Button } from '../button.tsx'
import { SCANNED } from '../use-scanner.ts'
import type { CameraChoice } from './camera.ts'
import { rememberCamera } from './camera-memory.ts'
import { BROKEN, type Sign, wordsFor } from './camera-words.ts'
import { FRAME } from './picture.ts'
import type { MayShow } from './scans.ts'
import { useCamera } from './use-camera.ts'
import { useReading } from './use-reading.ts'
import './camera.css'

type Props = {
  onScan: (text: string, mayShow: MayShow) => void
  facing: 'user' | 'environment'
  quiet: number
  pressed: boolean
  onOff: () => void
}

const ICONS: Record<Sign, LucideIcon> = { camera: Camera, lock: Lock, none: VideoOff, plug: Unplug, moon: Moon }

/** How long the frame says that a code was read and is answered; camera.css fades it out in as long. Milliseconds. */
const FLASH = 900

export function CameraView({ onScan, facing, quiet, pressed, onOff }: Props) {
  const { shown, camera } = useCamera({ facing, quiet })
  const [broken, setBroken] = useState(false)
  const [read, setRead] = useState(0)
  const [told, setTold] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setTold(read), FLASH)
    return () => clearTimeout(timer)
  }, [read])
  const heard = useCallback(
    (text: string, mayShow: MayShow) => {
      window.dispatchEvent(new Event(SCANNED))
      onScan(text, (known) => {
        const isShown = mayShow(known)
        if (isShown) setRead((count) => count + 1)
        return isShown
      })
    },
    [onScan],
  )
  const onBroken = useCallback(() => setBroken(true), [])
  const stream = shown.phase === 'on' && !broken ? shown.stream : null
  const video = useReading(stream, heard, onBroken)

  const words = broken ? BROKEN : wordsFor(shown, isDesktopApp())
  const place = useRef<HTMLDivElement>(null)
  const within = useRef(pressed)
  // A button that had the focus is gone with its state: the next one takes it, and nobody's who is elsewhere on the page.
  useLayoutEffect(() => {
    if (within.current && (document.activeElement === null || document.activeElement === document.body))
      place.current?.querySelector<HTMLElement>('[data-off]')?.focus()
  }, [words])

  const reach = (
    <div className="scan-camera-reach row">
      {shown.phase === 'on' && !broken && shown.torch !== null ? (
        <Button
          look="quiet"
          icon={shown.torch ? FlashlightOff : Flashlight}
          aria-pressed={shown.torch}
          onClick={() => void camera()?.light(!shown.torch)}
        >
          Light
        </Button>
      ) : null}
      {words.again === null ? null : (
        <Button look="ghost" icon={shown.phase === 'resting' ? Camera : RotateCcw} onClick={() => camera()?.turnOn()}>
          {words.again}
        </Button>
      )}
      <Button look="quiet" icon={CameraOff} aria-label="Turn off the camera" data-off onClick={onOff}>
        Turn off
      </Button>
    </div>
  )
  const Icon = ICONS[words.sign]
  return (
    <div
      ref={place}
      onFocus={() => (within.current = true)}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null && place.current?.contains(relatedTarget) !== true) within.current = false
      }}
    >
      <p className="unseen" role="status">
        {words.title} {words.help}
      </p>
      {stream === null || shown.phase !== 'on' ? (
        <div className={`scan-camera stopped card ${words.warn ? 'warn' : ''}`.trim()}>
          <div className="scan-camera-told" aria-hidden>
            <span className="scan-camera-disc">
              <Icon className="icon" />
            </span>
            <p>
              <b>{words.title}</b>
              <span className="small">{words.help}</span>
            </p>
          </div>
          {reach}
        </div>
      ) : (
        <div className="scan-camera card">
          <div className="scan-camera-room">
            <div className="scan-camera-picture" aria-hidden>
              <video ref={video} className={shown.mirrored ? 'mirrored' : undefined} muted playsInline tabIndex={-1} />
              <Corners />
              {read === told ? null : (
                <span key={read} className="scan-camera-read">
                  <Check className="icon" />
                </span>
              )}
            </div>
            <div className="scan-camera-side small-fields stack gap-2">
              <p className="scan-camera-status" aria-hidden>
                <span className={shown.dark ? 'scan-camera-lit beside gap-2 dark' : 'scan-camera-lit beside gap-2'}>
                  {words.title}
                </span>
                <b>{words.help}</b>
              </p>
              {shown.cameras.length > 1 ? (
                <Cameras
                  cameras={shown.cameras}
                  chosen={shown.chosen}
                  onChoose={(id) => {
                    rememberCamera({ device: id })
                    camera()?.turnOn()
                  }}
                />
              ) : null}
              {reach}
            </div>
          </div>
        </div>
      )}
    </div>
  )
}

/** Where to hold a badge: four corners over the picture, drawn where the rule has them. */
function Corners() {
  const edge = 50 * (1 - FRAME)
  return (
    <svg className="scan-camera-corners" viewBox="0 0 100 100" aria-hidden>
      <path
        transform={`translate(${edge} ${edge}) scale(${FRAME})`}
        d="M2 24V10a8 8 0 0 1 8-8h14M76 2h14a8 8 0 0 1 8 8v14M98 76v14a8 8 0 0 1-8 8H76M24 98H10a8 8 0 0 1-8-8V76"
      />
    </svg>
  )
}

function Cameras({
  cameras,
  chosen,
  onChoose,
}: {
  cameras: readonly CameraChoice[]
  chosen: string
  onChoose: (id: string) => void
}) {
  const id = useId()
  return (
    <div>
      <label className="unseen" htmlFor={id}>
        Which camera
      </label>
      <select id={id} className="field" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {cameras.map((camera) => (
          <option key={camera.id} value={camera.id}>
            {camera.name}
          </option>
        ))}
      </select>
    </div>
  )
}
