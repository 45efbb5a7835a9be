/**
 * Every text that a fact may hold, and what becomes of it where it names somebody who is forgotten. A fact that gains a text gains
 * a line here: `test/contract/text.test.ts` compares.
 */

/**
 * `taken-out`: the name is taken out of it. `asked`: what somebody promised or proposed; the organiser says what it shall say
 * instead. `kept`: an id or a code of ours, or what is said of another person or of the event.
 */
type Treatment = 'taken-out' | 'asked' | 'kept'

const lines = (treatment: Treatment, type: string, paths: string): [string, Treatment][] =>
  paths.split(' ').map((path) => [`${type} ${path}`, treatment])

/** By the type of the fact and the path in its body. */
const TEXTS: ReadonlyMap<string, Treatment> = new Map([
  ...lines('kept', 'station.named', 'name'),
  ...lines('kept', 'delegate.added', 'name role organisation sector email table badge ticket import'),
  ...lines(
    'kept',
    'delegate.amended',
    'changes.name changes.role changes.organisation changes.sector changes.email changes.table changes.ticket import',
  ),
  ...[
    'delegate.amended',
    'delegate.withdrawn',
    'delegate.restored',
    'delegate.erased',
    'attendance.undone',
    'needs.purged',
    'import.undone',
  ].flatMap((type) => lines('taken-out', type, 'reason')),
  ...lines('taken-out', 'delegate.noted', 'note'),
  ...lines('taken-out', 'needs.recorded', 'access dietary'),
  ...lines('taken-out', 'import.made', 'name'),
  ...['delegate.restored', 'needs.recorded', 'import.undone'].flatMap((type) => lines('kept', type, 'import')),
  ...lines('kept', 'attendance.signed-in', 'at'),
  ...lines('kept', 'attendance.signed-out', 'at'),
  ...lines('kept', 'badge.printed', 'job'),
  ...lines('kept', 'badge.print-failed', 'job'),
  ...lines('kept', 'roll-call.started', 'event horizon'),
  ...lines('kept', 'roll-call.ticked', 'rollCall delegate'),
  ...lines('kept', 'roll-call.unticked', 'rollCall delegate takesBack[]'),
  ...['started', 'ended', 'reopened', 'ticked', 'unticked'].flatMap((what) =>
    lines('taken-out', `roll-call.${what}`, 'by'),
  ),
  ...lines('kept', 'pledge.made', 'reference by.delegate by.sector type timescale.due priority'),
  ...lines('taken-out', 'pledge.made', 'email'),
  ...lines('asked', 'pledge.made', 'by.name by.organisation wording timescale.stated'),
  ...lines('kept', 'pledge.amended', 'changes.type changes.timescale.due changes.priority'),
  ...lines('taken-out', 'pledge.amended', 'changes.email'),
  ...lines('asked', 'pledge.amended', 'changes.wording changes.timescale.stated'),
  ...['pledge', 'action', 'idea'].flatMap((what) =>
    ['amended', 'withdrawn', 'restored'].flatMap((how) => lines('taken-out', `${what}.${how}`, 'reason')),
  ),
  ...lines('kept', 'action.proposed', 'reference session table place timescale.due priority'),
  ...lines('asked', 'action.proposed', 'title owner organisation timescale.stated measure'),
  ...lines('kept', 'action.amended', 'changes.timescale.due changes.priority'),
  ...lines(
    'asked',
    'action.amended',
    'changes.title changes.owner changes.organisation changes.timescale.stated changes.measure',
  ),
  ...lines('kept', 'action.moved', 'place'),
  ...lines('kept', 'idea.posted', 'reference session table question'),
  ...lines('asked', 'idea.posted', 'text name organisation'),
  ...lines('asked', 'idea.amended', 'changes.text changes.name changes.organisation'),
])

/** Null where the text is in no list: of a fact that this version does not know. */
export const treatmentOf = (type: string, path: string): Treatment | null => TEXTS.get(`${type} ${path}`) ?? null

/** The field of a form that a path belongs to: `changes.timescale.stated` is the timescale. */
export const fieldAt = (path: string): string => path.replace(/\.stated$/, '').replace(/^.*\./, '')

/** The body with each of its texts as `change` has it. */
export function withTexts(body: unknown, change: (path: string, text: string) => string, path = ''): unknown {
  if (typeof body === 'string') return change(path, body)
  if (Array.isArray(body)) return body.map((part) => withTexts(part, change, `${path}[]`))
  if (body === null || typeof body !== 'object') return body
  return Object.fromEntries(
    Object.entries(body).map(([key, part]) => [key, withTexts(part, change, path === '' ? key : `${path}.${key}`)]),
  )
}
