/** Every call of the contract by its name, as the contract itself has them. */
import { isContractProcedure } from '@orpc/contract'
import type { contract, KioskClient } from '../../shared/contract/index.ts'

type Contract = typeof contract
export type Group = keyof Contract
export type CallIn<G extends Group> = keyof Contract[G] & string

type Called<G extends Group, C extends CallIn<G>> = KioskClient[G][C & keyof KioskClient[G]]
/** What a screen gives with the call; `undefined` where it gives nothing. */
export type InputOf<G extends Group, C extends CallIn<G>> =
  Called<G, C> extends (...given: infer Given) => unknown ? Given[0] : never

/** The names of all calls below `router`, like `signIn.find`, however deep they stand. */
export function namesOf(router: object, above = ''): string[] {
  return Object.entries(router).flatMap(([name, below]: [string, object]) =>
    isContractProcedure(below) ? [above + name] : namesOf(below, `${above}${name}.`),
  )
}

/** A call of this client by its name. Throws where there is no such group. */
export function callOf(client: KioskClient, name: string): (input: unknown, options?: object) => Promise<unknown> {
  const [group = '', call = ''] = name.split('.')
  const calls = (client as Record<string, Record<string, (input: unknown, options?: object) => Promise<unknown>>>)[
    group
  ]
  const made = calls?.[call]
  if (made === undefined) throw new Error(`There is no call ${name}`)
  return made
}
