/** A wall with nothing to show yet: the tree in bud, and whose it is. */
import './wall.css'
import { Heading } from '../../components/page.tsx'
import { PledgeTree } from '../../components/pledge-tree/pledge-tree.tsx'
import { treeLabel } from '../../components/tree-totals.ts'

export function EmptyWall() {
  return (
    <main className="wall lit" data-beside>
      <div className="wall-words stack">
        <div className="wall-invitation">
          <Heading>Pledge Kiosk</Heading>
        </div>
      </div>
      <div className="wall-tree welcome-tree">
        <PledgeTree leaves={[]} seed="pledge-kiosk" label={treeLabel(0)} />
      </div>
    </main>
  )
}
