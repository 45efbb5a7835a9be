/** Who may be shown what somebody promised: one rule for the plan’s files, the wall and the list of the latest pledges. */

/** What the rule asks. `email` is the address that stands beside the words where they are shown; empty where none does. */
export type Shown = {
  /** They said that their name may be shown. */
  showName: boolean
  /** Given without a name, or its giver was forgotten: nobody is there who could have agreed. */
  nameless: boolean
  email: string
}

/**
 * `public` may be shown to anyone as it stands. Only a person makes it so, by their own yes: being nameless is no yes, since
 * somebody who said no and is then forgotten must not be shown by that. An address is never for everybody.
 */
export const visibilityOf = ({ showName, nameless, email }: Shown): 'public' | 'board' =>
  showName && !nameless && email === '' ? 'public' : 'board'
