/** An address that leads nowhere says so, and leads on: whatever is not there, anywhere in the app, is told by this. */
import { SignpostBig } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { Bar, Heading, Page } from './page.tsx'

/** Where one goes on from here. */
type Way = { to: string; label: string }
type Props = {
  /** What is not there, as the heading of the page; below a page’s own heading, as one of its parts. */
  title?: string
  below?: boolean
  /** What may have become of it. */
  children?: ReactNode
  way: Way
}

export function NotHere({ title = 'There is nothing at this address', below = false, children, way }: Props) {
  return (
    <section className="not-here card empty">
      <SignpostBig className="icon" aria-hidden />
      {below ? <h2>{title}</h2> : <Heading>{title}</Heading>}
      <p>{children ?? 'It may be written wrongly, or what stood here has moved. Nothing that was saved is lost.'}</p>
      <Link href={way.to} className="btn">
        {way.label}
      </Link>
    </section>
  )
}

type OtherwiseProps = {
  /** The addresses of `children`. */
  homes: readonly string[]
  way: Way
  /** What stands round these routes already: a whole page with its heading or without, a bar, or nothing. */
  within: 'headed page' | 'page' | 'bar' | 'nothing'
  children: ReactNode
}

/** The last of any routes: what stands at their own address, and at every other the word that nothing is there. */
export function Otherwise({ homes, way, within, children }: OtherwiseProps) {
  const [path] = useLocation()
  if (homes.includes(path.replace(/(?<=.)\/+$/, ''))) return children
  const said = <NotHere way={way} below={within === 'headed page'} />
  if (within === 'headed page' || within === 'page') return said
  return (
    <>
      {within === 'nothing' ? <Bar /> : null}
      <Page width="narrow" centred>
        {said}
      </Page>
    </>
  )
}
