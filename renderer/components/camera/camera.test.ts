import { describe, expect, test } from 'vitest'
import { type CameraState, createCamera, namesOf, cameraErrorOf } from './camera.ts'
import { wordsFor } from './camera-words.ts'
import { settled } from '../../../test/support/settled.ts'

/** A camera that can be plugged in and out, taken by another program, and asked for slowly. */
class FakeTrack extends EventTarget {
  readyState = 'live'
  muted = false
  lit: boolean | null = null
  readonly deviceId: string
  readonly torch: boolean
  constructor(deviceId: string, torch: boolean) {
    super()
    this.deviceId = deviceId
    this.torch = torch
  }
  stop = () => void (this.readyState = 'ended')
  getSettings = () => ({ deviceId: this.deviceId, facingMode: this.deviceId === 'rear' ? 'environment' : 'user' })
  getCapabilities = () => (this.torch ? { torch: true } : {})
  applyConstraints = async ({ advanced }: { advanced: { torch: boolean }[] }) => {
    this.lit = advanced[0]?.torch ?? null
  }
}

function hall(plugged: string[] = ['front', 'rear']) {
  const tracks: FakeTrack[] = []
  const timers: { call: () => void; milliseconds: number }[] = []
  const world = { plugged, error: null as string | null, wanted: '', slow: [] as (() => void)[], wait: false }
  const devices = Object.assign(new EventTarget(), {
    getUserMedia: async ({ video }: { video: { deviceId?: { exact: string }; facingMode?: { ideal: string } } }) => {
      if (world.wait) await new Promise<void>((resolve) => world.slow.push(resolve))
      if (world.error !== null) throw new DOMException('', world.error)
      const exact = video.deviceId?.exact
      const meant = exact ?? (video.facingMode?.ideal === 'environment' ? 'rear' : 'front')
      const found = world.plugged.includes(meant) ? meant : exact === undefined ? world.plugged[0] : undefined
      if (found === undefined)
        throw new DOMException('', exact === undefined ? 'NotFoundError' : 'OverconstrainedError')
      const track = new FakeTrack(found, found === 'rear')
      tracks.push(track)
      return { getVideoTracks: () => [track], getTracks: () => [track] }
    },
    enumerateDevices: async () =>
      world.plugged.map((deviceId) => ({
        kind: 'videoinput',
        deviceId,
        label: `Camera facing ${deviceId} (046d:0825)`,
      })),
  })
  const told: CameraState[] = []
  const camera = createCamera({
    devices: devices as unknown as MediaDevices,
    facing: 'environment',
    wanted: () => world.wanted,
    tell: (state) => void told.push(state),
    later: (call, milliseconds) => {
      const timer = { call, milliseconds }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0)
    },
  })
  return {
    camera,
    world,
    tracks,
    told,
    plug: () => devices.dispatchEvent(new Event('devicechange')),
    /** The waiting is over. */
    later: () => timers.splice(0).forEach(({ call }) => call()),
    waiting: () => timers.length,
    live: () => tracks.filter(({ readyState }) => readyState === 'live').length,
  }
}

const last = (told: readonly CameraState[]) => told.at(-1)

describe('one camera, from asking to letting go', () => {
  test('the rear one is taken, with its light; the names are those people would give', async () => {
    const { camera, told, tracks } = hall()
    camera.turnOn()
    await settled()
    expect(told.map(({ phase }) => phase)).toEqual(['asking', 'on'])
    expect(last(told)).toMatchObject({
      chosen: 'rear',
      torch: false,
      mirrored: false,
      cameras: [
        { id: 'rear', name: 'Camera facing rear' },
        { id: 'front', name: 'Camera facing front' },
      ],
    })
    await camera.light(true)
    expect([last(told), tracks[0]?.lit]).toMatchObject([{ torch: true }, true])
  })

  test('the one that was chosen is taken; where it is not here today, another is', async () => {
    const { camera, world, told } = hall()
    world.wanted = 'front'
    camera.turnOn()
    await settled()
    expect(last(told)).toMatchObject({ chosen: 'front', mirrored: true, torch: null })
    world.wanted = 'gone'
    camera.turnOn()
    await settled()
    expect(last(told)).toMatchObject({ phase: 'on', chosen: 'rear' })
  })

  test('turned off while the browser is still asking: the camera that comes is let go at once', async () => {
    const { camera, world, told, tracks, live } = hall()
    world.wait = true
    camera.turnOn()
    camera.turnOff()
    for (const go of world.slow) go()
    await settled()
    expect([tracks.length, live(), last(told)?.phase]).toEqual([1, 0, 'off'])
  })

  test('however often it is turned on and changed, at most one is held', async () => {
    const { camera, live } = hall()
    for (let time = 0; time < 5; time += 1) camera.turnOn()
    await settled()
    expect(live()).toBe(1)
    camera.close()
    expect(live()).toBe(0)
  })
})

describe('what goes wrong passes by itself where it can', () => {
  test('unplugged in the middle of the rush, and plugged in again', async () => {
    const { camera, world, told, tracks, plug, later } = hall(['usb'])
    camera.turnOn()
    await settled()
    world.plugged = []
    tracks[0]?.dispatchEvent(new Event('ended'))
    expect(last(told)).toEqual({ phase: 'trouble', error: 'unplugged' })
    later()
    await settled()
    // Still the same trouble: it is not told, or read out, again.
    expect(told.filter(({ phase }) => phase === 'trouble')).toHaveLength(1)
    world.plugged = ['usb']
    plug()
    await settled()
    expect(last(told)).toMatchObject({ phase: 'on', chosen: 'usb' })
  })

  test('in use by another program: it is asked for again until it is free', async () => {
    const { camera, world, told, later } = hall()
    world.error = 'NotReadableError'
    camera.turnOn()
    await settled()
    expect(last(told)).toEqual({ phase: 'trouble', error: 'in-use' })
    later()
    await settled()
    world.error = null
    later()
    await settled()
    expect(last(told)?.phase).toBe('on')
  })

  test('refused: nobody is pestered by asking again', async () => {
    const { camera, world, told, waiting } = hall()
    world.error = 'NotAllowedError'
    camera.turnOn()
    await settled()
    expect(last(told)).toEqual({ phase: 'trouble', error: 'refused' })
    expect(waiting()).toBe(0)
  })

  test('the camera that was chosen comes back: it is used again', async () => {
    const { camera, world, told, plug } = hall(['front'])
    world.wanted = 'rear'
    camera.turnOn()
    await settled()
    expect(last(told)).toMatchObject({ chosen: 'front' })
    world.plugged = ['front', 'rear']
    plug()
    await settled()
    expect(last(told)).toMatchObject({ phase: 'on', chosen: 'rear' })
  })

  test('a page that is not secure has no cameras at all', () => {
    const told: CameraState[] = []
    const camera = createCamera({
      devices: undefined,
      facing: 'environment',
      wanted: () => '',
      tell: (state) => void told.push(state),
      later: () => () => {},
    })
    camera.turnOn()
    expect(last(told)).toEqual({ phase: 'trouble', error: 'insecure' })
    camera.close()
  })

  test('every refusal a browser knows has its own words, and says what to do', () => {
    const names = ['NotAllowedError', 'SecurityError', 'NotFoundError', 'NotReadableError', 'AbortError', 'TypeError']
    expect(names.map((name) => cameraErrorOf(new DOMException('', name)))).toEqual([
      'refused',
      'refused',
      'none',
      'in-use',
      'in-use',
      'failed',
    ])
    const titles = (['insecure', 'none', 'refused', 'in-use', 'unplugged', 'failed'] as const).map(
      (error) => wordsFor({ phase: 'trouble', error }, false).title,
    )
    expect(new Set(titles).size).toBe(6)
    expect(wordsFor({ phase: 'trouble', error: 'refused' }, true).help).not.toContain('address')
  })

  test('cameras without a name are counted', () => {
    expect(
      namesOf([
        { deviceId: 'a', label: '' },
        { deviceId: 'b', label: '' },
      ]).map(({ name }) => name),
    ).toEqual(['Camera 1', 'Camera 2'])
  })
})
