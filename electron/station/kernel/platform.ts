/** What only whoever opens a kiosk can do for it. A browser tab can do none of it. */
import type { Printer, PrintFailure } from '../../../shared/contract/badges.ts'
import type { Size } from '../../../shared/domain/badge-layout.ts'
import type { UpdateLook, UpdateStart } from '../../../shared/contract/updates.ts'

/** What is kept for those who are asked for help, as a file of text. */
export type SupportFile = { name: string; text: string }

export type PrintOutcome = { code: 'printed' } | { code: 'failed'; why: PrintFailure }

/** Each is null where it cannot be done. What does it may be another process, so every answer is waited for. */
export type Platform = {
  /** Closes the app; null where it is not locked, and anybody may close it. */
  leave: (() => Promise<void>) | null
  /** What is kept for those who are asked for help: nothing of it names a person. Null where nothing is kept. */
  support: (() => Promise<SupportFile[]>) | null
  /** Prints what a window shows on paper, without a dialog. Null where only the system's dialog prints. */
  printing: {
    printers(): Promise<Printer[]>
    /** `paper` in millimetres. */
    print(window: number, job: { printer: string; paper: Size }): Promise<PrintOutcome>
  } | null
  /** A screen beside the one that people touch. Null where there can be none. */
  wall: {
    /** How many screens there are in all. */
    displays(): Promise<number>
    /** From now on, whenever there is a second screen. */
    show(on: boolean): Promise<void>
  } | null
  /** A newer version of the app, on a stick or a server. Null where IT has named nobody whose versions are trusted. */
  updates: {
    look(): Promise<UpdateLook>
    /** Installs what a look offered; answers before the app closes. The station is backed up before this is asked. */
    install(id: string): Promise<UpdateStart>
  } | null
}

export const NO_PLATFORM: Platform = { leave: null, support: null, printing: null, wall: null, updates: null }
