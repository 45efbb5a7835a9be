/** A QR code as one SVG path. */
import { create } from 'qrcode'

/** The quiet zone that a reader needs around the code, in modules. (ISO/IEC 18004) */
const QUIET = 4

/**
 * Dark runs of a row as rectangles one module high; `size` counts the modules of one side, quiet zone included. `level` is
 * how much of it may be lost: M 15 %, Q 25 %.
 */
export function qrPath(text: string, level: 'M' | 'Q' = 'M'): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: level })
  const runs: string[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      const from = x
      while (x < modules.size && modules.get(y, x) === 1) x++
      if (x > from) runs.push(`M${from + QUIET} ${y + QUIET}h${x - from}v1h${from - x}z`)
    }
  }
  return { path: runs.join(''), size: modules.size + 2 * QUIET }
}
