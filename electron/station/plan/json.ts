/** The action plan as one JSON document, for other systems; resources/schemas/action-plan.schema.json describes it. */
import type { PlanDocument } from '../../../shared/domain/plan.ts'
import type { PlanExport } from './plan-export.ts'
import { rowsAsWritten } from './plan-export.ts'

const PIECE = 64 * 1024

/** The document's bytes (UTF-8): a {@link PlanDocument}, one row a line, with everything that people typed, whole. */
export function* planJson(plan: PlanExport): Generator<Uint8Array> {
  const { event, rehearsal, exported } = plan
  const head: Pick<PlanDocument, 'format' | 'version' | 'event' | 'rehearsal' | 'exported'> = {
    format: 'pledge-kiosk-action-plan',
    version: 1,
    event,
    rehearsal,
    exported,
  }
  yield Buffer.from(JSON.stringify(head, null, 2).replace(/\n}$/, ''))
  yield* list('rows', rowsAsWritten(plan))
  yield* list('ideas', plan.ideas)
  yield* list('withdrawn', plan.withdrawn)
  yield Buffer.from('\n}\n')
}

function* list(name: string, items: Iterable<unknown>): Generator<Uint8Array> {
  let piece = `,\n  "${name}": [`
  let comma = ''
  for (const item of items) {
    piece += `${comma}\n    ${JSON.stringify(item)}`
    comma = ','
    if (piece.length < PIECE) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(`${piece}${comma === '' ? '' : '\n  '}]`)
}
