/** What a tablet loads before its duty is on screen stays small: whatever is wanted later comes later. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Duty, DUTIES } from '../../shared/domain/duty.ts'
import { firstLoads } from '../bench/first-load.ts'

/** Gzip, in thousands of bytes: what it is, and some room for another sentence. What does not fit in is to come later, or has a reason. */
const MOST: Record<Duty, number> = { 'sign-in': 199, pledges: 195, workshop: 170, wall: 165, organiser: 193 }

/** Never in a first load: how its path begins, and why. */
const LATER: readonly { path: string; why: string }[] = [
  { path: 'shared/domain/timescale/', why: 'days are worked out of words once somebody has said when' },
  { path: 'renderer/duties/organiser/delegates/', why: 'the first page is Today' },
  { path: 'renderer/duties/organiser/pledges/', why: 'the first page is Today' },
  { path: 'renderer/duties/organiser/workshops/', why: 'the first page is Today' },
  { path: 'renderer/components/cards/', why: 'cards are entered after the event, by staff' },
]

test('No duty loads first what is wanted later, nor more than it may', async () => {
  // As it ships: under a test’s own setting React’s part for developers would be in it.
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  const loads = await firstLoads()
  expect(loads.map(({ duty }) => duty)).toEqual([...DUTIES])
  const early = loads.flatMap(({ duty, modules }) =>
    LATER.flatMap(({ path, why }) =>
      modules.filter((id) => id.startsWith(path)).map((id) => `${duty} loads ${id} first: ${why}`),
    ),
  )
  expect(early).toEqual([])
  expect(loads.filter(({ duty, kB }) => kB > MOST[duty]).map(({ duty, kB }) => `${duty}: ${kB} kB`)).toEqual([])
  // Each was really looked through.
  for (const { modules } of loads) expect(modules).toContain('renderer/app.tsx')
})
