/** The tree on the second screen: what staff have chosen, and whether there is such a screen. */
import type { WallBeside as Beside } from '../../../shared/contract/wall.ts'
import type { Platform } from '../kernel/platform.ts'

type Station = { wallBeside(): boolean; showWallBeside(on: boolean): void }

export type WallBeside = ReturnType<typeof createWallBeside>

/** `real` is this tablet's own station, also during a rehearsal: the screen stands in the same hall. */
export function createWallBeside(wall: Platform['wall'], real: () => Station | null) {
  const beside = async (): Promise<Beside | null> =>
    wall === null ? null : { displays: await wall.displays(), on: real()?.wallBeside() === true }
  return {
    beside,
    /** As it was before the app was closed, or crashed. */
    asChosen(): void {
      const station = real()
      // Shells that cannot be reached just now ask for their pages again, and this comes again with them.
      if (wall !== null && station !== null) void wall.show(station.wallBeside()).catch(() => undefined)
    },
    async show(on: boolean): Promise<Beside | null> {
      if (wall === null) return null
      real()?.showWallBeside(on)
      await wall.show(on)
      return beside()
    },
  }
}
