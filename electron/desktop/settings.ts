/** What IT sets for this machine: a file that only an administrator may write, and what the app was started with. */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readPublicKey } from './updates/manifest.ts'

const fileSchema = z.strictObject({
  /** Full screen, no way out but the steward’s PIN. */
  kiosk: z.boolean().optional(),
  /** Above every other window, also the keyboard on the screen of some systems; so it is a choice of its own. */
  alwaysOnTop: z.boolean().optional(),
  /** Opens when this user signs in. Left out, whatever the machine does now stays as it is. */
  startAtLogin: z.boolean().optional(),
  /** Shell Launcher, systemd or another starts the app again after a fault, so it must not do so itself: there would be two. */
  restartedBySystem: z.boolean().optional(),
  /** The data folder, where it is not this user’s own. */
  data: z.string().min(1).optional(),
  updates: z
    .strictObject({
      /** Whose versions are trusted, wherever they come from: their public key, as `npm run updates -- key` prints it. */
      key: z
        .string()
        .refine((key) => readPublicKey(key) !== null)
        .optional(),
      /** Where staff look for newer versions beside sticks. Left out, or without a key, no network is ever asked anything. */
      online: z.url({ protocol: /^https$/ }).optional(),
    })
    .optional(),
})

type Settings = {
  kiosk: boolean
  alwaysOnTop: boolean
  startAtLogin: boolean | null
  restartedBySystem: boolean
  data: string | null
  /** From the file alone: no flag says whom to trust. */
  updates: { key: string | null; online: string | null }
  /** False where the file is there and cannot be read; then the tablet is locked, as whoever wrote a file will have wanted. */
  fileSound: boolean
}

/** `args` are those after the program’s own. A flag adds to the file and never takes away what IT has set. */
export function readSettings(file: string, args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, kiosk: { type: 'boolean' }, 'always-on-top': { type: 'boolean' } },
    // Chromium has switches of its own.
    strict: false,
  })
  const held = readFile(file)
  return {
    kiosk: held === null || held.kiosk === true || values.kiosk === true,
    alwaysOnTop: held?.alwaysOnTop === true || values['always-on-top'] === true,
    startAtLogin: held?.startAtLogin ?? null,
    restartedBySystem: held?.restartedBySystem === true,
    data: held?.data ?? (typeof values.data === 'string' ? values.data : null),
    updates: { key: held?.updates?.key ?? null, online: held?.updates?.online ?? null },
    fileSound: held !== null,
  }
}

function readFile(file: string): z.infer<typeof fileSchema> | null {
  if (!existsSync(file)) return {}
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')))
  } catch {
    return null
  }
}
