/** The benchmarks: `npm run bench`, or `npm run bench -- pledge import` for those whose figures begin so. One JSON line a figure. */
import { benchBackAgain } from './back-again.ts'
import { benchErase } from './erase.ts'
import { benchExport } from './export-100k.ts'
import type { Figure } from './figure.ts'
import { benchFirstLoad } from './first-load.ts'
import { benchFoldAgain } from './fold-again.ts'
import { benchImport } from './import-20k.ts'
import { benchLongDay } from './long-day.ts'
import { benchMerge } from './merge.ts'
import { benchOpen } from './open-1m-facts.ts'
import { benchPledge } from './pledge.ts'
import { benchRollCall } from './roll-call.ts'
import { benchKeyToList, benchScanToAnswer } from './rush.ts'
import { benchSearch } from './search-20k.ts'
import { benchSheet } from './sheet-5000.ts'
import { benchStartUp } from './start-up.ts'
import { benchTakeBack } from './take-back.ts'

/** Each benchmark, by the names that its figures begin with: one line a benchmark. */
const BENCHMARKS: readonly { names: readonly string[]; run: () => Promise<Figure[]> }[] = [
  { names: ['first-load-gzip-kb'], run: benchFirstLoad },
  { names: ['pledge-port', 'pledge-http'], run: benchPledge },
  { names: ['search-20k-p50', 'search-20k-p95'], run: benchSearch },
  { names: ['sign-in-scan-to-answer-p50', 'sign-in-scan-to-answer-p95'], run: benchScanToAnswer },
  { names: ['sign-in-key-to-list-p50', 'sign-in-key-to-list-p95'], run: benchKeyToList },
  { names: ['roll-call-tick-p50', 'roll-call-tick-p95'], run: benchRollCall },
  { names: ['sheet-5000-longest-frame'], run: benchSheet },
  { names: ['start-first-paint', 'start-first-touch'], run: benchStartUp },
  { names: ['back-after-page', 'back-after-station'], run: benchBackAgain },
  { names: ['memory-station-mb', 'memory-page-mb'], run: benchLongDay },
  { names: ['import-20k'], run: benchImport },
  {
    names: ['take-back-20k-seconds', 'take-back-longest-step', 'check-20k', 'purge-needs-20k'],
    run: benchTakeBack,
  },
  { names: ['erase-20k', 'clear-away-20k'], run: benchErase },
  { names: ['open-1m-facts'], run: benchOpen },
  { names: ['merge-200k-seconds', 'merge-longest-page', 'refold-fact', 'check-fact'], run: benchMerge },
  {
    names: ['20k', '200k'].flatMap((size) =>
      ['seconds', 'longest-step', 'longest-wait'].map((what) => `fold-again-${size}-${what}`),
    ),
    run: benchFoldAgain,
  },
  { names: ['export-100k-seconds', 'export-100k-peak-mb'], run: benchExport },
]

/** Three significant digits: more would only be noise. */
const rounded = (value: number): number => Number(value.toPrecision(3))

/** Runs the benchmarks asked for, all if none is; answers with the exit code, 2 where a name is not known. */
async function runBenchmarks(asked: readonly string[]): Promise<number> {
  const isAsked = (name: string) => asked.length === 0 || asked.some((start) => name.startsWith(start))
  const unknown = asked.find((start) => !BENCHMARKS.some(({ names }) => names.some((name) => name.startsWith(start))))
  if (unknown !== undefined) {
    const all = BENCHMARKS.flatMap(({ names }) => names).join(', ')
    process.stderr.write(`There is no figure that begins with “${unknown}”. There are: ${all}.\n`)
    return 2
  }
  for (const { names, run } of BENCHMARKS) {
    if (!names.some(isAsked)) continue
    for (const figure of await run()) {
      const { value, againstValue } = figure
      const line = { ...figure, value: rounded(value), againstValue: rounded(againstValue) }
      process.stdout.write(`${JSON.stringify(line)}\n`)
    }
  }
  return 0
}

process.exitCode = await runBenchmarks(process.argv.slice(2))
