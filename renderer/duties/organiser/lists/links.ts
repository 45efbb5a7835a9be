/** The way from a number to just the rows that it counts. Pure. */
import { actionList, type ActionQuery, ideaList, type IdeaQuery } from '../../../../shared/domain/action.ts'
import { delegateList, type DelegateQuery } from '../../../../shared/domain/delegate.ts'
import { pledgeList, type PledgeQuery } from '../../../../shared/domain/pledge.ts'
import { addressOf } from './use-list.ts'

export const toPledges = (asked: Partial<PledgeQuery> = {}): string =>
  `/organiser/pledges${addressOf(pledgeList, asked)}`
export const toActions = (asked: Partial<ActionQuery> = {}): string =>
  `/organiser/workshops${addressOf(actionList, asked)}`
export const toIdeas = (asked: Partial<IdeaQuery> = {}): string =>
  `/organiser/workshops/ideas${addressOf(ideaList, asked)}`
export const toDelegates = (asked: Partial<DelegateQuery> = {}): string =>
  `/organiser/delegates${addressOf(delegateList, asked)}`
