/** The first page of the door without a steward: the event, the tree, and two ways in. */
import { useQuery } from '@tanstack/react-query'
import { Keyboard, QrCode } from 'lucide-react'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { useApi } from '../../../api.tsx'
import { Button } from '../../../components/button.tsx'
import { DisplayButton } from '../../../components/display-button.tsx'
import { keepDisplay, USUAL_DISPLAY } from '../../../components/display.ts'
import { Heading } from '../../../components/page.tsx'
import { PledgeTree } from '../../../components/pledge-tree/pledge-tree.tsx'
import { treeLabel } from '../../../components/tree-totals.ts'
import type { SelfPage } from './self-page.ts'
import { ask, goTo, NOBODY } from './visit.ts'

/** After this long without a touch the next person finds the usual type and colours again. Milliseconds. */
const USUAL_AGAIN = 60_000

export function WelcomePage({ desk, pack, onRead }: SelfPage) {
  const { api } = useApi()
  const tree = useQuery(api.pledges.tree.queryOptions()).data
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => keepDisplay(USUAL_DISPLAY), USUAL_AGAIN)
    }
    wait()
    const events = ['pointerdown', 'keydown'] as const
    for (const event of events) window.addEventListener(event, wait, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const event of events) window.removeEventListener(event, wait)
    }
  }, [])
  return (
    <main className="welcome lit">
      <div className="welcome-words stack">
        <p className="welcome-host">{pack.name}</p>
        <div className="self-title welcome-title">
          <Heading>Sign yourself in</Heading>
        </div>
        <p className="muted welcome-lead">Good to have you here. It takes a few seconds.</p>
        <div className="self-ways stack gap-4">
          <Button big icon={Keyboard} busy={desk.busy} onClick={() => desk.show(ask(NOBODY, 'name'))}>
            Type my name
          </Button>
          <Button
            big
            look="ghost"
            icon={QrCode}
            busy={desk.busy}
            onClick={() => desk.show(goTo(NOBODY, { name: 'scan' }))}
          >
            Scan my badge or code
          </Button>
        </div>
        <p className="muted self-scan-hint">
          A scanner beside this screen reads your badge or e-mail code at any time.
        </p>
      </div>
      <div className="welcome-tree">
        {tree === undefined ? null : (
          <PledgeTree leaves={tree.leaves} seed={pack.id} label={treeLabel(tree.pledges)} growing />
        )}
      </div>
      <footer className="welcome-foot row">
        <Button look="quiet" onClick={onRead}>
          About your information
        </Button>
        <DisplayButton />
        {pack.wayOut === undefined ? null : (
          <Link href="/way-out/once" className="btn quiet">
            On your way out?
          </Link>
        )}
        <Link href="/roll-call" className="btn quiet push">
          Roll call
        </Link>
        <Button look="quiet" onClick={() => desk.show(goTo(NOBODY, { name: 'staff' }))}>
          Staff
        </Button>
      </footer>
    </main>
  )
}
