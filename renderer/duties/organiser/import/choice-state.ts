/** What was chosen about the conflicts so far. Pure. */
import type { Choice, ConflictKind, ImportChoices, ImportConflict } from '../../../../shared/contract/import.ts'

export const NO_CHOICES: ImportChoices = { each: [], all: {} }

type About = Pick<ImportConflict, 'row' | 'kind' | 'field'>
const isAbout = (one: About, other: About) =>
  one.row === other.row && one.kind === other.kind && one.field === other.field

export function withChoice({ each, all }: ImportChoices, { row, kind, field }: About, choice: Choice): ImportChoices {
  return { all, each: [...each.filter((one) => !isAbout(one, { row, kind, field })), { row, kind, field, choice }] }
}

/** For all of a kind, those chosen by themselves included; null to go back to what is usual. */
export function withGeneral({ each, all }: ImportChoices, kind: ConflictKind, choice: Choice | null): ImportChoices {
  const { [kind]: _before, ...others } = all
  return {
    each: each.filter((one) => one.kind !== kind),
    all: choice === null ? others : { ...others, [kind]: choice },
  }
}

/** Without the choices about conflicts that are not there any more. */
export const pruned = ({ each, all }: ImportChoices, conflicts: readonly About[]): ImportChoices => {
  const there = new Set(conflicts.map(({ row, kind, field }) => `${row} ${kind} ${field}`))
  return { all, each: each.filter(({ row, kind, field }) => there.has(`${row} ${kind} ${field}`)) }
}

/** The conflicts as they will be settled, also before the station has said so. */
export const chosenFor = ({ each, all }: ImportChoices, conflict: ImportConflict): Choice =>
  each.find((one) => isAbout(one, conflict))?.choice ?? all[conflict.kind] ?? conflict.choice
