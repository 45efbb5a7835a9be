import { describe, expect, test } from 'vitest'
import { planDocumentSchema, REHEARSAL_STAGE } from '../../../shared/domain/plan.ts'
import { samplePlan } from '../../../test/bench/sample-plan.ts'
import { planJson } from './json.ts'
import type { PlanExport } from './plan-export.ts'
import { fc } from '../../../test/support/chance.ts'

const read = (plan: PlanExport): unknown => JSON.parse(Buffer.concat([...planJson(plan)]).toString())

describe('the plan as JSON', () => {
  test('the document is the one that the schema promises, with everything in it', () => {
    const { rows, ideas, withdrawn, ...head } = samplePlan(400)
    expect(planDocumentSchema.parse(read(samplePlan(400)))).toEqual({
      format: 'pledge-kiosk-action-plan',
      version: 1,
      ...head,
      rows: [...rows],
      ideas: [...ideas],
      withdrawn: [...withdrawn],
    })
  })

  test('an event where nobody has pledged yet still gives a whole document', () => {
    expect(planDocumentSchema.parse(read(samplePlan(0, { ideas: [], withdrawn: [] })))).toMatchObject({
      rows: [],
      ideas: [],
      withdrawn: [],
    })
  })

  test('any text survives, half letters and control characters included', () => {
    const [row] = samplePlan(1).rows
    if (row === undefined) throw new Error('The sample is empty.')
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (detail) => {
        expect(read(samplePlan(0, { rows: [{ ...row, detail }] }))).toMatchObject({ rows: [{ detail }] })
      }),
    )
  })

  test('a rehearsal says so once for the document and once for every row', () => {
    const document = planDocumentSchema.parse(read(samplePlan(3, { rehearsal: true })))
    expect(document.rehearsal).toBe(true)
    expect(new Set(document.rows.map(({ stage }) => stage))).toEqual(new Set([REHEARSAL_STAGE.value]))
  })
})
