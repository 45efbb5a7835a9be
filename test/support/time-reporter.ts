/** What the run took: the whole of it, each project, the five slowest files, and the files that grew. */
import type { Reporter, TestModule } from 'vitest/node'
import { nameOf, readBudget, whatGrew, writeBudget } from './budget.ts'

const minutes = (seconds: number) => `${(seconds / 60).toFixed(1)} min`

/**
 * A vitest reporter. `PLEDGE_KIOSK_BUDGET=write` keeps what each file took in `test/budget.json`: on a quiet machine, after a whole
 * green run.
 */
export class TimeReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = new Map<string, number>()
    const projects = new Map<string, number>()
    for (const module of modules) {
      const { collectDuration, prepareDuration, environmentSetupDuration, setupDuration, duration } =
        module.diagnostic()
      const took = (collectDuration + prepareDuration + environmentSetupDuration + setupDuration + duration) / 1000
      files.set(module.moduleId, took)
      projects.set(module.project.name, (projects.get(module.project.name) ?? 0) + took)
    }
    const lines = [`took ${minutes(performance.now() / 1000)}`]
    for (const [name, took] of projects) lines.push(`  ${name}: ${took.toFixed(0)} s in its files`)
    lines.push('  the five slowest files:')
    for (const [path, took] of [...files].toSorted(([, a], [, b]) => b - a).slice(0, 5))
      lines.push(`    ${took.toFixed(1)} s  ${nameOf(path)}`)
    const grown = whatGrew(readBudget(), files)
    if (grown.length > 0) lines.push('  grew since the budget was written (test/budget.json), at the pace of today:')
    for (const { path, before, now } of grown) lines.push(`    ${before} s, now ${now.toFixed(1)} s  ${nameOf(path)}`)
    process.stdout.write(`\n${lines.join('\n')}\n`)
    if (process.env['PLEDGE_KIOSK_BUDGET'] === 'write') writeBudget(files)
  }
}
