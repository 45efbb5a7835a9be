/** What was chosen about a conflict: for this row, else for all of its kind, else what is usual of it, or of its kind. */
import {
  CHOICES,
  type Choice,
  type ConflictKind,
  type ImportChoices,
  type PersonField,
} from '../../../../shared/domain/import-decisions.ts'

const fits = (kind: ConflictKind, choice: Choice): boolean => CHOICES[kind].some((one) => one === choice)

export function createChooser({ each, all }: ImportChoices) {
  const key = (row: number, kind: ConflictKind, field: PersonField | null) => `${row} ${kind} ${field ?? ''}`
  const chosen = new Map(each.map(({ row, kind, field, choice }) => [key(row, kind, field), choice]))
  return (row: number, kind: ConflictKind, field: PersonField | null, usual: Choice | null = null): Choice => {
    const own = chosen.get(key(row, kind, field))
    if (own !== undefined && fits(kind, own)) return own
    const general = all[kind]
    return general !== undefined && fits(kind, general) ? general : (usual ?? CHOICES[kind][0])
  }
}
