import { afterAll, describe, expect, test, vi } from 'vitest'
import type * as PlanCalls from '../../shared/contract/plan.ts'
import type * as WallCalls from '../../shared/contract/wall.ts'
import type { Tablet, Transport } from './tablet.ts'

// A contract in which somebody has lowered one role, and raised another.
vi.mock('../../shared/contract/plan.ts', async (original) => {
  const { plan } = await original<typeof PlanCalls>()
  return { plan: { ...plan, overview: plan.overview.meta({ who: 'delegate', when: 'ready' }) } }
})
vi.mock('../../shared/contract/wall.ts', async (original) => {
  const { wall } = await original<typeof WallCalls>()
  return { wall: { ...wall, beside: wall.beside.meta({ who: 'steward', when: 'ready' }) } }
})

// Files of this kind share a process: what another has loaded is of the contract as it is, and what is loaded here is of no use to others.
vi.resetModules()
const { checkAs, EVERYBODY } = await import('./check.ts')
const { table } = await import('./table.ts')
const { readyTablet } = await import('./tablet.ts')
afterAll(() => void vi.resetModules())

/** Who is answered what, over which transport, and what the table says. */
const shortly = (sentence: string): string[] =>
  /^\S+ (.*?)(?:, .*)? is answered (\S+).*? over (\w+), and the table says (\w+)/.exec(sentence)?.slice(1) ?? [sentence]

/** Holds the station to the rows of one call, as everybody. */
async function told(call: string): Promise<string[][]> {
  const rows = new Map([...table].filter(([name]) => name === call))
  const tablets = new Map<Transport, Promise<Tablet>>()
  const open = (transport: Transport): Promise<Tablet> => {
    const tablet = tablets.get(transport) ?? readyTablet(transport)
    tablets.set(transport, tablet)
    return tablet
  }
  const sentences: string[] = []
  for (const whoever of EVERYBODY) sentences.push(...(await checkAs(whoever, rows, open)))
  return sentences.map(shortly)
}

describe('the table is not taken from the contract', () => {
  test('a role that is lowered there is told of everybody who may now, over each transport', async () => {
    expect(await told('plan.overview')).toEqual([
      ['a delegate', 'ok', 'port', 'NOT_ALLOWED'],
      ['a delegate', 'ok', 'http', 'NOT_ALLOWED'],
      ['a facilitator', 'ok', 'port', 'NOT_ALLOWED'],
      ['a facilitator', 'ok', 'http', 'NOT_ALLOWED'],
      ['a steward', 'ok', 'port', 'NOT_ALLOWED'],
      ['a steward', 'ok', 'http', 'NOT_ALLOWED'],
      ['the wall’s screen', 'ok', 'port', 'NOT_ALLOWED'],
      ['a screen that was locked', 'ok', 'port', 'NOT_ALLOWED'],
      ['a screen that was locked', 'ok', 'http', 'NOT_ALLOWED'],
      ['a screen that was quiet for twenty minutes', 'ok', 'port', 'NOT_ALLOWED'],
      ['a screen that was quiet for twenty minutes', 'ok', 'http', 'NOT_ALLOWED'],
    ])
  })

  test('and one that is raised of everybody who may no longer', async () => {
    expect(await told('wall.beside')).toEqual([
      ['a delegate', 'NOT_ALLOWED', 'port', 'ok'],
      ['a delegate', 'NOT_ALLOWED', 'http', 'ok'],
      ['a facilitator', 'NOT_ALLOWED', 'port', 'ok'],
      ['a facilitator', 'NOT_ALLOWED', 'http', 'ok'],
      ['the wall’s screen', 'NOT_ALLOWED', 'port', 'ok'],
      ['a screen that was locked', 'NOT_ALLOWED', 'port', 'ok'],
      ['a screen that was locked', 'NOT_ALLOWED', 'http', 'ok'],
      ['a screen that was quiet for twenty minutes', 'NOT_ALLOWED', 'port', 'ok'],
      ['a screen that was quiet for twenty minutes', 'NOT_ALLOWED', 'http', 'ok'],
    ])
  })
})
