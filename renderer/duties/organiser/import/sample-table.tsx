/** The first people of the file, as they would stand on the list. */
import type { ImportPreview } from '../../../../shared/contract/import.ts'
import type { EventPack } from '../../../../shared/domain/event-pack.ts'
import { countWords } from '../../../components/tree-totals.ts'
import { sectorName } from '../../../words/programme.ts'
import { LeaveOut } from './leave-out.tsx'
import type { Importing } from './use-import.ts'

type Props = {
  sample: ImportPreview['sample']
  pack: EventPack
  importing: Pick<Importing, 'decisions' | 'decide' | 'busy'>
}

export function SampleTable({ sample, pack, importing }: Props) {
  if (sample.length === 0) return null
  // Most lists have none, and a column of dashes would only be in the way.
  const withArea = sample.some(({ area = '' }) => area !== '')
  const shown = (text: string | undefined) =>
    text === undefined || text === '' ? <span className="muted">–</span> : text
  return (
    <section className="card organiser-card pad stack gap-3">
      <h2 id="sample-title">The first of them</h2>
      <div className="organiser-scroll" tabIndex={0} role="region" aria-labelledby="sample-title">
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">
                Row
              </th>
              <th scope="col">Name</th>
              <th scope="col">Organisation</th>
              {withArea ? <th scope="col">Service area</th> : null}
              <th scope="col">Role</th>
              <th scope="col">Sector</th>
              <th scope="col">E-mail</th>
              <th scope="col">Table</th>
            </tr>
          </thead>
          <tbody>
            {sample.map((person) => (
              <tr key={person.row}>
                <td className="number">{countWords(person.row)}</td>
                <th scope="row">{shown(person.name)}</th>
                <td>{shown(person.organisation)}</td>
                {withArea ? <td>{shown(person.area)}</td> : null}
                <td>{shown(person.role)}</td>
                <td>{shown(sectorName(pack, person.sector ?? ''))}</td>
                <td>{shown(person.email)}</td>
                <td>{shown(person.table)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LeaveOut {...importing} />
    </section>
  )
}
