/** What an organiser does before the day and after it, and how far that is. Pure: time and numbers are handed in. */
import type { Today } from '../../../../shared/contract/plan.ts'
import { openOf } from '../../../../shared/domain/event-change/open.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { countWords } from '../../../components/tree-totals.ts'
import { timeOf } from '../../../words/times.ts'
import { toActions, toPledges } from '../lists/links.ts'

export type Phase = 'before' | 'on' | 'after'

/** `today`: an ISO day. */
export const phaseOf = ({ from, to }: EventPack['dates'], today: string): Phase =>
  today < from ? 'before' : today > to ? 'after' : 'on'

/** `look`: nobody but a person can tell whether it is right. */
export type Step = { id: string; state: 'done' | 'todo' | 'look'; words: string; to: string }

const many = (count: number, one: string, more: string): string => `${countWords(count)} ${count === 1 ? one : more}`
const stateOf = (isDone: boolean): Step['state'] => (isDone ? 'done' : 'todo')

type Before = {
  pack: Pick<EventPack, 'programme' | 'tables' | 'pledgeTypes'>
  delegates: number
  told: Pick<Today, 'badgesPrinted' | 'tablets'>
  /** When the recovery sheet that holds was made; undefined while that is not known. */
  sheet: string | null | undefined
  lastBackup: string | null
  now: Date
}

export function stepsBefore({ pack, delegates, told, sheet, lastBackup, now }: Before): Step[] {
  const sessions = openOf(pack.programme)
  const workshops = sessions.filter(({ kind }) => kind === 'workshop').length
  return [
    {
      id: 'list',
      state: stateOf(delegates > 0),
      words:
        delegates === 0
          ? 'Import the list of delegates'
          : `${many(delegates, 'person is', 'people are')} on the list of delegates`,
      to: delegates === 0 ? '/organiser/delegates/import' : '/organiser/delegates',
    },
    {
      id: 'event',
      state: 'look',
      words: `Look through the event: ${many(sessions.length, 'session', 'sessions')}, ${many(workshops, 'workshop', 'workshops')}, ${many(openOf(pack.tables).length, 'table', 'tables')}, ${many(openOf(pack.pledgeTypes).length, 'kind', 'kinds')} of pledge`,
      to: '/organiser/event',
    },
    {
      id: 'secrets',
      state: sheet === undefined ? 'look' : stateOf(sheet !== null),
      words:
        sheet === null
          ? 'The staff PIN and the passphrase are set. Make a recovery sheet'
          : 'The staff PIN and the passphrase are set, and a recovery sheet is made',
      to: '/organiser/event/tablet',
    },
    {
      id: 'printer',
      state: stateOf(told.badgesPrinted > 0),
      words:
        told.badgesPrinted === 0
          ? 'Try the printer with one badge, at the sign-in desk'
          : `The printer has been tried: ${many(told.badgesPrinted, 'badge is', 'badges are')} printed`,
      to: '/staff',
    },
    {
      id: 'tablets',
      state: 'look',
      words: `Set up the other tablets from the same event file: each works by itself, and this one knows of ${many(told.tablets, 'tablet', 'tablets')}`,
      to: '/organiser/event/tablet',
    },
    {
      id: 'backup',
      state: stateOf(lastBackup !== null),
      words: lastBackup === null ? 'Make the first backup' : `The last backup was made at ${timeOf(lastBackup, now)}`,
      to: '/organiser/event/tablet',
    },
  ]
}

type After = { told: Pick<Today, 'lacking' | 'overdue' | 'exported' | 'copied'>; now: Date }

const LACKS = [
  ['actions', 'owner', 'without an owner'],
  ['actions', 'date', 'without a date'],
  ['actions', 'measure', 'without a measure'],
  ['actions', 'priority', 'without a priority'],
  ['pledges', 'date', 'without a date'],
  ['pledges', 'priority', 'without a priority'],
] as const

/** Gaps that are closed have no line; what left the tablet always has. */
export function stepsAfter({ told: { lacking, overdue, exported, copied }, now }: After): Step[] {
  const gaps = LACKS.flatMap(([of, gap, lacks]): Step[] => {
    const count = of === 'actions' ? lacking.actions[gap] : lacking.pledges[gap]
    if (count === 0) return []
    return [
      {
        id: `${of} ${gap}`,
        state: 'todo',
        words: `${of === 'actions' ? many(count, 'action', 'actions') : many(count, 'pledge', 'pledges')} ${lacks}`,
        to: of === 'actions' ? toActions({ gaps: [gap] }) : toPledges({ gaps: [gap] }),
      },
    ]
  })
  const late = (count: number, id: string, words: string, to: string): Step[] =>
    count === 0 ? [] : [{ id, state: 'todo', words, to }]
  return [
    ...(gaps.length > 0
      ? gaps
      : [
          {
            id: 'gaps',
            state: 'done' as const,
            words: 'No action or pledge lacks anything',
            to: '/organiser/workshops',
          },
        ]),
    ...late(
      overdue.actions,
      'late actions',
      `${many(overdue.actions, 'action is', 'actions are')} past its day`.replace('are past its', 'are past their'),
      toActions({ overdue: 'yes' }),
    ),
    ...late(
      overdue.pledges,
      'late pledges',
      `${many(overdue.pledges, 'pledge is', 'pledges are')} past its day`.replace('are past its', 'are past their'),
      toPledges({ overdue: 'yes' }),
    ),
    {
      id: 'export',
      state: stateOf(exported !== null && !exported.isOld),
      words: leftWords('The action plan', 'Export the action plan', exported, now),
      to: '/organiser/plan',
    },
    {
      id: 'copy',
      state: stateOf(copied !== null && !copied.isOld),
      words: leftWords('A copy of everything', 'Save a copy of everything that leaves this tablet', copied, now),
      to: '/organiser/event/tablet',
    },
  ]
}

function leftWords(what: string, todo: string, left: Today['exported'], now: Date): string {
  if (left === null) return todo
  const when = `${what} was last saved at ${timeOf(left.at, now)}`
  return left.isOld ? `${when}, and something has changed since` : `${when}; nothing has changed since`
}
