/** The rules between the parts of an event pack: ids that meet, days that fit, names that are not used twice. */

type Group = Record<string, unknown>
type RuleError = { path: readonly (string | number)[]; message: string }
type Place = readonly (string | number)[]

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)
const members = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
/** The groups of a list with their places; whatever is not a group was already reported by the shape. */
const groups = (value: unknown): [Group, number][] =>
  members(value).flatMap((item, index): [Group, number][] => (isGroup(item) ? [[item, index]] : []))
const said = (value: unknown): string | null => (typeof value === 'string' ? value : null)
/** No part that ids point to may have more: where there are too many, that is told already. */
const MOST_CHOICES = 30
/** So many may be open at once: more than fit a screen, or a table’s hour. */
export const MOST_OPEN = { priorities: 20, pledgeTypes: 16, sectors: 30, tables: 60, programme: 60, questions: 10 }
/** Of these a hall needs at least one that is open. */
const NEEDED = ['priorities', 'pledgeTypes', 'sectors', 'programme'] as const
const isOpen = (item: Group): boolean => item['closed'] !== true
const alike = (words: string): string => words.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** Collects ids and says which were used before. */
function createRegister(errors: RuleError[], advice: string) {
  const seen = new Set<string>()
  return {
    seen,
    add(value: unknown, path: Place) {
      const key = said(value)
      if (key === null) return
      if (seen.has(key)) errors.push({ path, message: `“${key}” is used twice; ${advice}` })
      seen.add(key)
    },
  }
}

/**
 * Every rule that reaches across parts of a pack, with the path of the part at fault. Takes any value, so that it can run
 * beside the shape's own faults; parts that are absent or of the wrong kind are passed over.
 */
export function errorsBetweenParts(pack: unknown): RuleError[] {
  if (!isGroup(pack)) return []
  const errors: RuleError[] = []
  for (const part of ['priorities', 'pledgeTypes', 'sectors', 'tables', 'programme'] as const)
    openAtMost(MOST_OPEN[part], pack[part], [part], errors)
  const idsOf = (part: string): Set<string> => {
    const register = createRegister(errors, 'give each its own id')
    for (const [item, index] of groups(pack[part])) register.add(item['id'], [part, index, 'id'])
    return register.seen
  }
  const priorities = idsOf('priorities')
  const sectors = idsOf('sectors')
  idsOf('pledgeTypes')
  idsOf('tables')
  idsOf('programme')
  for (const part of NEEDED) {
    const all = groups(pack[part])
    if (all.length > 0 && !all.some(([item]) => isOpen(item)))
      errors.push({ path: [part], message: 'All of these are closed; leave at least one of them open' })
  }
  const mustBeOneOf = (kind: string, known: Set<string>, value: unknown, path: Place) => {
    const key = said(value)
    if (key === null || known.has(key)) return
    const choices = known.size === 0 ? '' : ` Use one of: ${[...known].slice(0, MOST_CHOICES).join(', ')}`
    errors.push({ path, message: `There is no ${kind} “${key}” in this pack.${choices}` })
  }

  const dates = isGroup(pack['dates']) ? pack['dates'] : {}
  const from = said(dates['from'])
  const to = said(dates['to'])
  if (from !== null && to !== null && to < from)
    errors.push({ path: ['dates', 'to'], message: 'The event ends before it starts; put the later day here' })

  for (const [type, t] of groups(pack['pledgeTypes'])) {
    mustBeOneOf('priority', priorities, type['priority'], ['pledgeTypes', t, 'priority'])
    for (const [example, e] of groups(type['examples']))
      mustBeOneOf('sector', sectors, example['sector'], ['pledgeTypes', t, 'examples', e, 'sector'])
  }

  sectorWordsMeanOneSector(pack['sectors'], errors)

  const tableNames = new Set<string>()
  for (const [table, index] of groups(pack['tables'])) {
    const name = said(table['name'])
    if (name === null || !isOpen(table)) continue
    if (tableNames.has(alike(name)))
      errors.push({
        path: ['tables', index, 'name'],
        message: `Two tables are called “${name}”; give each a name people can tell apart`,
      })
    tableNames.add(alike(name))
  }

  const questions = createRegister(errors, 'give each question its own id')
  for (const [session, s] of groups(pack['programme'])) {
    const placeOf = (...rest: (string | number)[]): Place => ['programme', s, ...rest]
    const [starts, ends, day] = [said(session['starts']), said(session['ends']), said(session['day'])]
    if (starts !== null && ends !== null && ends <= starts)
      errors.push({ path: placeOf('ends'), message: 'The session ends before it starts; check both times' })
    if (isOpen(session) && day !== null && ((from !== null && day < from) || (to !== null && day > to)))
      errors.push({
        path: placeOf('day'),
        message: 'This day is outside the dates of the event; change one or the other',
      })
    openAtMost(MOST_OPEN.questions, session['questions'], placeOf('questions'), errors)
    for (const part of ['priorities', 'questions']) {
      if (part === 'questions' && groups(session[part]).every(([question]) => !isOpen(question))) continue
      if (typeof session['kind'] !== 'string' || session['kind'] === 'workshop' || members(session[part]).length === 0)
        continue
      errors.push({
        path: placeOf(part),
        message: `Only a workshop’s tables have ${part}; make this session a workshop, or move them to one`,
      })
    }
    members(session['priorities']).forEach((priority, p) =>
      mustBeOneOf('priority', priorities, priority, placeOf('priorities', p)),
    )
    for (const [question, q] of groups(session['questions']))
      questions.add(question['id'], placeOf('questions', q, 'id'))
  }
  const answers = createRegister(errors, 'give each answer its own id')
  for (const [answer, a] of groups(isGroup(pack['wayOut']) ? pack['wayOut']['answers'] : []))
    answers.add(answer['id'], ['wayOut', 'answers', a, 'id'])
  const hasWorkshop = groups(pack['programme']).some(([session]) => session['kind'] === 'workshop' && isOpen(session))
  const tables = pack['tables'] ?? []
  if (hasWorkshop && Array.isArray(tables) && !groups(tables).some(([table]) => isOpen(table)))
    errors.push({ path: ['tables'], message: 'There are workshops but no tables; add at least one table' })
  return errors
}

/** How many of a list may be open at once. */
function openAtMost(most: number, list: unknown, path: Place, errors: RuleError[]): void {
  const open = groups(list).filter(([item]) => isOpen(item)).length
  if (open > most)
    errors.push({ path, message: `There are too many: ${open}, and there may be ${most}. Take some out` })
}

/** A delegate list says “NHS” and must mean one sector, whatever order the sectors stand in. */
function sectorWordsMeanOneSector(sectors: unknown, errors: RuleError[]): void {
  const owners = new Map<string, number>()
  const claim = (words: unknown, sector: number, path: Place) => {
    const spoken = said(words)
    if (spoken === null) return
    const owner = owners.get(alike(spoken))
    if (owner !== undefined && owner !== sector)
      errors.push({
        path,
        message: `“${spoken}” already means another sector (sectors[${owner}]); keep it in one of them`,
      })
    else owners.set(alike(spoken), sector)
  }
  const open = groups(sectors).filter(([sector]) => isOpen(sector))
  for (const [sector, index] of open) claim(sector['name'], index, ['sectors', index, 'name'])
  for (const [sector, index] of open)
    members(sector['aliases']).forEach((alias, a) => claim(alias, index, ['sectors', index, 'aliases', a]))
}
