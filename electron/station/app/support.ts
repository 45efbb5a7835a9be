/** The file for whoever is asked for help: what runs here, how it has been going, whether it is sound. Nobody’s name is in it. */
import { arch, platform, release, totalmem } from 'node:os'
import { strToU8, zipSync } from 'fflate'
import type { SupportFile } from '../kernel/platform.ts'
import type { Station } from './station.ts'

/**
 * Findings are counted and not quoted, and the tablet’s own name is left out: people write what they like there.
 * `refused` is the code of why the data could not be opened.
 */
export function supportBundle({
  real,
  refused,
  backups,
  warnings,
  files,
  now,
}: {
  real: Station | null
  refused: string | null
  backups: readonly { taken: string; bytes: number }[]
  /** Their names. */
  warnings: readonly string[]
  files: readonly SupportFile[]
  now: number
}): File {
  const made = new Date(now).toISOString()
  const about = {
    made,
    system: {
      platform: platform(),
      release: release(),
      processor: arch(),
      memoryMegabytes: Math.round(totalmem() / 1e6),
    },
    versions: { node: process.versions.node, electron: process.versions['electron'] ?? null },
    upMinutes: Math.round(process.uptime() / 60),
  }
  const texts: SupportFile[] = [
    { name: 'about.json', text: json(about) },
    {
      name: 'checks.json',
      text: json({
        refused,
        ...checksOf(real),
        warnings,
        backups: backups.map(({ taken, bytes }) => ({ taken, bytes })),
      }),
    },
    ...files,
  ]
  const bytes = zipSync(Object.fromEntries(texts.map(({ name, text }) => [name, strToU8(text)])), { mtime: now })
  return new File([bytes], `pledge-kiosk-support-${made.slice(0, 16).replaceAll(/[:T]/g, '-')}.zip`, {
    type: 'application/zip',
  })
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

function checksOf(real: Station | null): Record<string, unknown> {
  if (real === null || !real.isSetUp()) return { setUp: false }
  const { id, duty } = real.described() ?? {}
  try {
    const { sound, facts, findings } = real.check()
    return { setUp: true, station: id, duty, sound, facts, findings: findings.length }
  } catch (error) {
    return { setUp: true, station: id, duty, sound: false, failed: error instanceof Error ? error.name : 'thrown' }
  }
}
