/** The invitation that the attract screen is: whether it stands, and whether somebody has taken it up. */
import { useState } from 'react'
import { stepInAddress } from './flow/steps.ts'

export type Invitation = {
  /** The attract screen stands, in the place of the form. */
  stands: boolean
  /** Nobody can begin yet: what the last person made is still being put away. */
  held: boolean
  /** Somebody has taken it up, maybe while the draft of whoever was here is still being put away. */
  wanted: boolean
  want: () => void
  /** What was wanted is acted on. */
  heard: () => void
  /** Whether somebody is asked about a draft in its place: told before the page is drawn. */
  giveWay: (givesWay: boolean) => void
}

export function useInvitation(address: string, held: boolean): Invitation {
  const [givesWay, giveWay] = useState(false)
  const [wanted, setWanted] = useState(false)
  return {
    stands: stepInAddress(address) === null && !givesWay,
    held,
    wanted,
    want: () => setWanted(true),
    heard: () => setWanted(false),
    giveWay,
  }
}
