/** Invented action plans of any length, the same for the same numbers, with every column filled; made row by row. */
import type { PlanIdea, PlanRow, PlanWithdrawn } from '../../shared/domain/plan.ts'
import { PLAN_BRAG, PLAN_DIRECTIONS, PLAN_VISIBILITIES } from '../../shared/domain/plan.ts'
import type { PlanExport } from '../../electron/station/plan/plan-export.ts'

const EXPORTED = '2026-03-12T16:05:00.000Z'

const STAGES = ['Proposed', 'Not started', 'In progress', 'Completed', 'On hold', 'Cancelled'] as const
const PRIORITIES = [
  'A good place to live',
  'Health and wellbeing',
  'Learning and education',
  'Work, skills and a fair start',
  'Being heard',
]
const ORGANISATIONS = [
  'Larkfield Borough Council',
  'Mossbank Health Trust',
  'Harbour & Vale Housing',
  'Copperwell Engineering Ltd',
  'Aldermoor College',
  'The Tin Lantern Bakery',
]
const AREAS = ['Children’s Services', '', 'Housing and Neighbourhoods', '', 'Culture and Leisure']
const SECTORS = ['Council', 'Health', 'Housing', 'Business', 'Schools and colleges', 'Business']
const OFFICERS = [
  'Ama Fernhollow',
  'Jon O’Merrow',
  'Priya Wrenfield',
  'Zoë Castlebridge',
  'Tomasz Oakhurst',
  'Bill Quillfeather',
]
const JOBS = [
  'Head of service',
  'Participation lead',
  'Housing options manager',
  'Apprenticeship co-ordinator',
  'Designated nurse',
  'Owner',
]
const TITLES = [
  'Two four-week work placements in the kitchen, with travel paid',
  'Interview practice with real interviewers, and honest feedback the same day',
  'Hold three one-bedroom flats for care leavers who are ready to move on',
  'Ask young people to interview for every new post that works with them',
  'A named mentor for each care-experienced student in the first year at college',
  'Free gym passes, so that nobody has to explain who they are at the desk',
]
const DETAILS = [
  'We will take two young people at a time for four weeks each, in spring and autumn, and pay their bus fares. A named member of staff will meet them on the first morning.',
  'Six of our managers will each give two evenings. Nobody is turned away, and everybody hears on the same day what went well and what to try next time.',
  'The flats are on Wharf Street.\nEach comes with a starter pack, a support worker’s number and no bills in the first month.',
]
const SUBTYPES = ['Work experience', 'Interview practice', 'Housing support', 'Mentoring', 'Apprenticeship', 'Health']
const UNITS = ['placements', 'interviews', 'homes', 'mentors', 'apprenticeships', 'passes']
const MEASURES = [
  'Ten young people have completed a placement',
  'Every care leaver who asks has had a practice interview',
  'Three tenancies still going after a year',
  'Young people say that they were listened to',
]

const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[], index: number): Item => {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('There is nothing to pick from.')
  return item
}
const day = (index: number) => new Date(Date.UTC(2026, 3, 1 + (index % 700))).toISOString().slice(0, 10)
const instant = (index: number) => new Date(Date.UTC(2026, 2, 12, 9, 0, index % 25_000, index % 1000)).toISOString()

/** Row `index`, counted from 0. */
function sampleRow(index: number): PlanRow {
  const number = String(index + 1).padStart(4, '0')
  const isPledge = index % 3 !== 2
  return {
    ref: `LAR-${number}`,
    priority: pick(PRIORITIES, index),
    title: pick(TITLES, index),
    leadOrganisation: pick(ORGANISATIONS, index),
    area: pick(AREAS, index),
    leadOfficerName: pick(OFFICERS, index),
    dueDate: day(index * 17),
    measureOfSuccess: pick(MEASURES, index),
    stage: pick(STAGES, index),
    brag: pick(PLAN_BRAG, index).value,
    directionOfTravel: pick(PLAN_DIRECTIONS, index).value,
    progressUpdate: `Update ${index + 1}: the first meeting took place, and young people set the agenda.`,
    correctiveAction: 'A second host has been found, so that the autumn places are safe.',
    nextReview: day(index * 13 + 90),
    detail: `${pick(DETAILS, index)} (${index + 1})`,
    actionType: isPledge ? 'Pledge' : 'Workshop action',
    actionSubtype: pick(SUBTYPES, index),
    leadOfficerJobTitle: pick(JOBS, index),
    ownerEmail: `owner${index + 1}@example.org`,
    partners: `${pick(ORGANISATIONS, index + 1)}; ${pick(ORGANISATIONS, index + 2)}`,
    startDate: day(index * 17),
    dueDateDerived: index % 2 === 1,
    timescaleAsStated: 'By the end of the spring term',
    milestones: 'Agree the dates; meet the young people; first week; review together',
    expectedOutcome: 'Care leavers can show an employer what they have already done.',
    targetQuantity: (index % 12) + 1,
    targetUnit: pick(UNITS, index),
    evidence: `Minutes of meeting ${index + 1}, and what the young people said.`,
    linkedPlans: 'Housing strategy; Skills plan',
    followUpGroup: isPledge && index % 5 === 0 ? 'Work placements from business' : '',
    voiceTheme: 'Do what you said you would do',
    dueDateOffered: index % 8 === 6,
    sector: pick(SECTORS, index),
    linkOfficer: pick(OFFICERS, index + 2),
    sourceEvent: 'Larkfield Partnership Day 2026',
    sourceSession: isPledge ? '' : 'Workshop B: a fair start',
    sourceTable: isPledge ? '' : `Table ${(index % 12) + 1}`,
    sourcePledgeRef: isPledge ? `P-${number}` : '',
    visibility: pick(PLAN_VISIBILITIES, index).value,
    parentRef: index % 5 === 0 ? '' : 'LAR-0001',
    recordId: `01957f00-0000-7000-8000-${(index + 1).toString(16).padStart(12, '0')}`,
    captured: instant(index),
    changed: instant(index + 600),
    exported: EXPORTED,
    sourceRank: isPledge ? null : Math.floor(index / 36) + 1,
    origin: 'screen',
  }
}

function sampleIdea(index: number): PlanIdea {
  return {
    ref: `I-${String(index + 1).padStart(3, '0')}`,
    question: 'How do we share what young people told us today?',
    session: 'Workshop B: a fair start',
    table: `Table ${(index % 12) + 1}`,
    text: pick(
      [
        'A short film made by young people, shown at every team meeting',
        'Put one promise on every payslip',
        'Invite the board to tea, not the other way round',
      ],
      index,
    ),
    name: index % 2 === 0 ? pick(OFFICERS, index) : '',
    organisation: index % 2 === 0 ? pick(ORGANISATIONS, index) : '',
    area: pick(AREAS, index),
    captured: instant(index),
    origin: 'screen',
  }
}

function sampleWithdrawn(index: number): PlanWithdrawn {
  return {
    ref: `LAR-W${index + 1}`,
    what: index % 2 === 0 ? 'Pledge' : 'Idea',
    title: pick(TITLES, index),
    why: 'Entered twice by mistake',
    when: instant(index),
  }
}

function* many<Item>(count: number, make: (index: number) => Item): Generator<Item> {
  for (let index = 0; index < count; index += 1) yield make(index)
}

/** A plan of `rows` actions, with a few ideas and withdrawn entries; its iterables can be read once. */
export function samplePlan(rows: number, more: Partial<PlanExport> = {}): PlanExport {
  return {
    event: {
      id: 'larkfield-2026',
      name: 'Larkfield Partnership Day 2026',
      code: 'LAR26',
      venue: 'The Corn Hall, Larkfield',
      startsOn: '2026-03-12',
      endsOn: '2026-03-12',
    },
    rehearsal: false,
    exported: EXPORTED,
    rows: many(rows, sampleRow),
    ideas: many(3, sampleIdea),
    withdrawn: many(2, sampleWithdrawn),
    ...more,
  }
}
