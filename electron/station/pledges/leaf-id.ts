/** What a leaf on the tree is called: always the same for a pledge, on every tablet, and no way back to the pledge's own id. */
import { hash } from 'node:crypto'

/** 16 hexadecimal digits. The tree is for everybody, and whoever has a pledge's id can ask under it: no call takes this one. */
export const leafIdOf = (pledge: string): string => hash('sha256', `leaf ${pledge}`, 'hex').slice(0, 16)
