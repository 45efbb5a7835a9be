/** Which permissions a page gets: the camera, without a microphone, on the app’s own page; nothing else, ever. */
import type { Session } from 'electron'
import { isOwnPage } from './rules.ts'

/** `media` is what is asked for: `video` is the camera. What is unclear is refused. */
function mayUse(
  permission: string,
  {
    url,
    isMainFrame,
    media,
  }: { url: string | undefined; isMainFrame: boolean; media: readonly (string | undefined)[] },
): boolean {
  return (
    permission === 'media' &&
    isMainFrame &&
    url !== undefined &&
    isOwnPage(url) &&
    media.length > 0 &&
    media.every((kind) => kind === 'video')
  )
}

/** `refused` hears the name of each permission that was asked for and not given. */
export function guardPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>,
  refused: (permission: string) => void,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const given = mayUse(permission, { url: details.requestingUrl, isMainFrame: details.isMainFrame, media })
    if (!given) refused(permission)
    answer(given)
  })
  // Checks are asked many times a second by some pages, so they are not told.
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    mayUse(permission, { url: origin, isMainFrame: details.isMainFrame, media: [details.mediaType] }),
  )
  session.setDevicePermissionHandler(() => false)
}
