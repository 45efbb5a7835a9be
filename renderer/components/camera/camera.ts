/** One camera, from asking for it to letting it go; what can go wrong is a state of it, and passes by itself where it can. */

export type CameraError = 'insecure' | 'none' | 'refused' | 'in-use' | 'unplugged' | 'failed'

type Facing = 'user' | 'environment'
export type CameraChoice = { id: string; name: string }

export type CameraState =
  | { phase: 'off' }
  | { phase: 'asking' }
  | {
      phase: 'on'
      stream: MediaStream
      /** All there are, the rear ones first. */
      cameras: CameraChoice[]
      chosen: string
      /** Null where it has none. */
      torch: boolean | null
      /** It looks at whoever looks at the screen, who expects a mirror. */
      mirrored: boolean
      /** It sends no picture: its shutter is closed, or its switch is off. */
      dark: boolean
    }
  | { phase: 'trouble'; error: CameraError }

type Deps = {
  /** Undefined where the page is not secure. */
  devices: MediaDevices | undefined
  facing: Facing
  /** The camera that was chosen on this tablet; empty where none was. */
  wanted: () => string
  tell: (state: CameraState) => void
  /** Calls back after so many milliseconds, unless what it answers is called first. */
  later: (call: () => void, milliseconds: number) => () => void
}

export type Camera = ReturnType<typeof createCamera>

/** How often it is tried again by itself. Milliseconds. */
const AGAIN = 3000
const SOON = 300
const PASSING: ReadonlySet<CameraError> = new Set(['none', 'in-use', 'unplugged'])

export function createCamera({ devices, facing, wanted, tell, later }: Deps) {
  let state: CameraState = { phase: 'off' }
  /** Counts what was asked for, so that a camera that comes after it was turned off again is let go at once. */
  let turn = 0
  let stopWaiting = () => {}

  const become = (next: CameraState) => {
    const same = next.phase === 'trouble' && state.phase === 'trouble' && next.error === state.error
    state = next
    if (!same) tell(next)
  }
  const letGo = () => {
    stopWaiting()
    if (state.phase === 'on') free(state.stream)
  }
  const fail = (error: CameraError, again = AGAIN) => {
    letGo()
    become({ phase: 'trouble', error })
    if (PASSING.has(error)) stopWaiting = later(() => void start(), again)
  }
  const update = (change: Partial<Extract<CameraState, { phase: 'on' }>>) => {
    if (state.phase === 'on') become({ ...state, ...change })
  }

  async function start(): Promise<void> {
    if (devices === undefined) return fail('insecure')
    stopWaiting()
    turn += 1
    const mine = turn
    const before = state.phase === 'trouble' ? state.error : null
    try {
      const stream = await open(devices, wanted(), facing)
      const cameras = mine === turn ? await list(devices) : []
      const [track] = stream.getVideoTracks()
      // It comes too late where somebody has turned it off, or chosen another, meanwhile.
      if (mine !== turn || track === undefined) return free(stream)
      track.addEventListener('ended', () => {
        // Or it was taken back, or there is another: asking at once tells.
        if (mine === turn) fail('unplugged', SOON)
      })
      for (const event of ['mute', 'unmute'] as const)
        track.addEventListener(event, () => {
          if (mine === turn) update({ dark: track.muted })
        })
      const { deviceId = '', facingMode } = track.getSettings()
      become({
        phase: 'on',
        stream,
        cameras,
        chosen: deviceId,
        torch: hasTorch(track) ? false : null,
        mirrored: facingMode !== 'environment',
        dark: track.muted,
      })
    } catch (cause) {
      if (mine !== turn) return
      const error = cameraErrorOf(cause)
      // It was there a moment ago: the person knows it by that.
      fail(error === 'none' && before === 'unplugged' ? 'unplugged' : error)
    }
  }

  const changed = async () => {
    if (state.phase === 'trouble' && PASSING.has(state.error)) return start()
    if (state.phase !== 'on' || devices === undefined) return
    const mine = turn
    const cameras = await list(devices)
    if (mine !== turn || state.phase !== 'on') return
    const back = cameras.some(({ id }) => id === wanted()) && state.chosen !== wanted()
    if (back) turnOn()
    else update({ cameras })
  }
  // The old one is let go first: many tablets cannot have two of their cameras open at once.
  const turnOn = () => {
    letGo()
    become({ phase: 'asking' })
    void start()
  }
  const onChange = () => void changed().catch(() => {})
  devices?.addEventListener('devicechange', onChange)

  return {
    /** Asks for the camera that is wanted now, and says so; a person may have to allow it. */
    turnOn,
    /** The camera is free for others from here on, its light out. */
    turnOff(): void {
      turn += 1
      letGo()
      become({ phase: 'off' })
    },
    async light(on: boolean): Promise<void> {
      if (state.phase !== 'on') return
      try {
        // `torch` is of the Image Capture specification, which TypeScript does not know.
        await state.stream
          .getVideoTracks()[0]
          ?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
        update({ torch: on })
      } catch {
        update({ torch: null })
      }
    },
    close(): void {
      turn += 1
      letGo()
      state = { phase: 'off' }
      devices?.removeEventListener('devicechange', onChange)
    },
  }
}

const free = (stream: MediaStream) => {
  for (const track of stream.getTracks()) track.stop()
}

async function open(devices: MediaDevices, wanted: string, facing: Facing): Promise<MediaStream> {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } }
  if (wanted !== '') {
    try {
      return await devices.getUserMedia({ audio: false, video: { ...size, deviceId: { exact: wanted } } })
    } catch (error) {
      // The camera that was chosen is not here today: another will do.
      if (!['OverconstrainedError', 'NotFoundError'].includes(nameOf(error))) throw error
    }
  }
  return devices.getUserMedia({ audio: false, video: { ...size, facingMode: { ideal: facing } } })
}

async function list(devices: MediaDevices): Promise<CameraChoice[]> {
  const all = await devices.enumerateDevices()
  return namesOf(all.filter(({ kind }) => kind === 'videoinput'))
}

const REAR = /back|rear|environment/i

/** The cameras by the names people would give them, the rear ones first. */
export const namesOf = (found: readonly { deviceId: string; label: string }[]): CameraChoice[] =>
  found
    .toSorted((a, b) => Number(REAR.test(b.label)) - Number(REAR.test(a.label)))
    .map(({ deviceId, label }, index) => ({
      id: deviceId,
      // Chrome adds the maker's numbers, (046d:0825), which tell nobody anything.
      name: label.replace(/\s*\([\da-f]{4}:[\da-f]{4}\)/i, '') || `Camera ${index + 1}`,
    }))

function hasTorch(track: MediaStreamTrack): boolean {
  // Firefox has no getCapabilities.
  const capabilities: object = 'getCapabilities' in track ? track.getCapabilities() : {}
  return 'torch' in capabilities && capabilities.torch === true
}

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '')

/** What the browser's refusal means to a person. (W3C Media Capture and Streams, getUserMedia) */
export function cameraErrorOf(error: unknown): CameraError {
  switch (nameOf(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none'
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use'
    default:
      return 'failed'
  }
}
