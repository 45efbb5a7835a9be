/** What was chosen about a conflict: for this row, else for all of its kind, else what is usual. */
import {
  CHOICES,
  type Choice,
  type ConflictKind,
  type ImportChoices,
  type PersonField,
} from '../../../../shared/contract/import.ts'

export const NO_CHOICES: ImportChoices = { each: [], all: {} }

const fits = (kind: ConflictKind, choice: Choice): boolean => CHOICES[kind].some((one) => one === choice)

/** Asked once for each conflict that is found; then `unmet` tells how many choices were about none of them. */
export function createChooser({ each, all }: ImportChoices) {
  const key = (row: number, kind: ConflictKind, field: PersonField | null) => `${row} ${kind} ${field ?? ''}`
  const chosen = new Map(each.map(({ row, kind, field, choice }) => [key(row, kind, field), choice]))
  const met = new Set<string>()
  return {
    choose(row: number, kind: ConflictKind, field: PersonField | null): Choice {
      const one = key(row, kind, field)
      const own = chosen.get(one)
      if (own !== undefined && fits(kind, own)) {
        met.add(one)
        return own
      }
      const general = all[kind]
      return general !== undefined && fits(kind, general) ? general : CHOICES[kind][0]
    },
    unmet: (): number => chosen.size - met.size,
  }
}
