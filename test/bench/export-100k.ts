/** How long 100,000 actions take to become a workbook, and how much memory, beside the two libraries that could have written it. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Figure } from './figure.ts'

const ROWS = 100_000
const TIMEOUT_MS = 600_000
const PEERS = { exceljs: 'exceljs streaming', sheetjs: 'SheetJS' }

const outcome = z.object({ seconds: z.number(), peakMb: z.number() })

/** Each candidate writes every column once, in a process of its own, so that its peak memory is its own. */
export async function benchExport(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pledge-kiosk-export-'))
  try {
    const own = await measure('own', folder)
    const figures: Figure[] = []
    for (const [name, against] of Object.entries(PEERS)) {
      const peer = await measure(name, folder)
      figures.push(
        { name: 'export-100k-seconds', value: own.seconds, unit: 's', against, againstValue: peer.seconds },
        { name: 'export-100k-peak-mb', value: own.peakMb, unit: 'MB', against, againstValue: peer.peakMb },
      )
    }
    return figures
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(candidate: string, folder: string): Promise<z.infer<typeof outcome>> {
  const script = fileURLToPath(import.meta.resolve('./export-candidate.ts'))
  const file = join(folder, `${candidate}.xlsx`)
  // SheetJS holds the whole sheet several times over; the limit only keeps it from giving up.
  const args = ['--max-old-space-size=8192', script, candidate, String(ROWS), file]
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: TIMEOUT_MS })
  await rm(file)
  return outcome.parse(JSON.parse(stdout))
}
