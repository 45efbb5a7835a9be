import type { Session } from 'electron'
import { describe, expect, test } from 'vitest'
import { guardPermissions } from './permissions.ts'

const own = { url: 'app://kiosk/', isMainFrame: true, media: ['video'] }

type Asked = { url: string | undefined; isMainFrame: boolean; media: (string | undefined)[] }

/** What Electron's question for a permission is answered, however little sense it makes. */
function isGiven(permission: string, { url, isMainFrame, media }: Asked): boolean | undefined {
  let given: boolean | undefined
  guardPermissions(
    {
      setPermissionRequestHandler: (handler) =>
        handler?.(null as never, permission as never, (answer) => void (given = answer), {
          isMainFrame,
          requestingUrl: url as never,
          mediaTypes: media as never,
        }),
      setPermissionCheckHandler: () => undefined,
      setDevicePermissionHandler: () => undefined,
    },
    () => undefined,
  )
  return given
}

describe('a page asks for more than it is given', () => {
  test('the camera on the app’s own page is given', () => {
    expect(isGiven('media', own)).toBe(true)
  })

  test.each([
    ['the microphone', 'media', { ...own, media: ['audio'] }],
    ['camera and microphone', 'media', { ...own, media: ['video', 'audio'] }],
    ['nothing in particular', 'media', { ...own, media: [] }],
    ['something unclear', 'media', { ...own, media: [undefined] }],
    ['the camera in a frame', 'media', { ...own, isMainFrame: false }],
    ['the camera elsewhere', 'media', { ...own, url: 'https://kiosk/' }],
    ['the camera nowhere', 'media', { ...own, url: undefined }],
    ['the screen', 'display-capture', own],
    ['notifications', 'notifications', own],
    ['a USB device', 'usb', own],
    ['another program', 'openExternal', own],
  ])('%s is refused', (_what, permission, asked) => {
    expect(isGiven(permission, asked)).toBe(false)
  })

  test('each of Electron’s three questions is answered, and a refusal is told by name', () => {
    const asked: Parameters<Session['setPermissionRequestHandler']>[0][] = []
    const checked: Parameters<Session['setPermissionCheckHandler']>[0][] = []
    const devices: Parameters<Session['setDevicePermissionHandler']>[0][] = []
    const refused: string[] = []
    guardPermissions(
      {
        setPermissionRequestHandler: (handler) => void asked.push(handler),
        setPermissionCheckHandler: (handler) => void checked.push(handler),
        setDevicePermissionHandler: (handler) => void devices.push(handler),
      },
      (permission) => refused.push(permission),
    )
    const answers: boolean[] = []
    const ask = (permission: 'media' | 'midi', mediaTypes: ('video' | 'audio')[]) =>
      asked[0]?.(null as never, permission, (given) => answers.push(given), {
        isMainFrame: true,
        requestingUrl: 'app://kiosk/pledge',
        mediaTypes,
      })
    ask('media', ['video'])
    ask('media', ['audio'])
    ask('midi', [])
    expect(answers).toEqual([true, false, false])
    expect(refused).toEqual(['media', 'midi'])
    const check = (mediaType: 'video' | 'audio' | 'unknown') =>
      checked[0]?.(null, 'media', 'app://kiosk/', { isMainFrame: true, mediaType })
    expect([check('video'), check('audio'), check('unknown')]).toEqual([true, false, false])
    expect(devices[0]?.({ deviceType: 'usb', origin: 'app://kiosk', device: {} as never })).toBe(false)
  })
})
