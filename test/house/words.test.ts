/** The words people meet are kind, and no file speaks of the machine it was written on. */
import { describe, expect, test } from 'vitest'
import { type HouseFile, lineAt, readHouse } from './house-files.ts'
import { visibleWords } from './visible-words.ts'

const family = 'birth family|family|families|parents?|mother|father|mum|dad|brothers?|sisters?|siblings?'

/** Words that young people have asked us not to use of them, and what this house says (docs/architecture.md, Words). */
const unkind = [
  { words: /\bL\.?A\.?C\b/, say: 'children in our care' },
  { words: /\blooked[- ]after\b/i, say: 'children in our care' },
  {
    words: new RegExp(`\\bcontact\\s+(with|between|for)\\s+((their|the|your|his|her|a)\\s+)?(${family})\\b`, 'i'),
    say: 'family time',
  },
  { words: /\b(family|sibling|parental|supervised|supervising)\s+contact\b/i, say: 'family time' },
  { words: /\bcontact\s+(centre|visit|session)s?\b/i, say: 'family time' },
]

/** Where such a word stays because somebody else's words are quoted. One that is no longer needed is a fault, too. */
const quoted: { path: string; text: string; because: string }[] = []

/** What only means something on the machine, or in the workplace, that a file was written on. */
const machine = [
  /(?<![\w./-])\/(work|root|home\/\w+)\//,
  /\bregistry\.npmjs\.org\b|\bdeb\.debian\.org\b/,
  /\b(DESIGN|DEPENDENCIES)\.md\b|\bsource-documents\b|\bshared\/(look|hooks)\b/,
]

function findUnkindWords(files: HouseFile[], quotations = quoted): string[] {
  const used = new Set<unknown>()
  const found = files.flatMap(visibleWords).flatMap(({ path, line, text }) =>
    unkind.flatMap(({ words, say }) => {
      const word = words.exec(text)
      if (word === null) return []
      const quotation = quotations.find((one) => one.path === path && text.includes(one.text))
      if (quotation !== undefined) used.add(quotation)
      const place = `${path}:${line + lineAt(text, word.index) - 1}`
      return quotation === undefined ? [`${place} "${word[0]}": say "${say}"`] : []
    }),
  )
  const stale = quotations.filter((one) => !used.has(one))
  return [...found, ...stale.map((one) => `${one.path} no longer quotes "${one.text}"`)]
}

function findMachineWords(files: HouseFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    machine.flatMap((words) => {
      const word = words.exec(text)
      return word === null ? [] : [`${path}:${lineAt(text, word.index)} "${word[0]}"`]
    }),
  )
}

describe('kind words', () => {
  test('no screen, message, workbook, event pack or rehearsal uses a word that hurts', async () => {
    const code = await readHouse(/^(renderer|shared|electron)\/.*(?<!\.test)\.(tsx?|html|sql|json)$/)
    const packs = await readHouse(/^resources\/.*\.(json|html|css)$/)
    const paths = packs.map(({ path }) => path)
    expect(paths).toContain('resources/event-packs/solihull-nec.json')
    expect(paths.filter((path) => path.startsWith('resources/rehearsal/'))).toHaveLength(7)
    expect(findUnkindWords([...code, ...packs])).toEqual([])
  })

  test('they are found in JSX, in templates and in packs, and named with their place', () => {
    const files = [
      { path: 'a.tsx', text: 'export const A = () => (\n  <p>\n    Our LAC pupils\n  </p>\n)' },
      { path: 'b.ts', text: 'export const b = (name: string) => `${name} has contact with their brothers`' },
      { path: 'c.json', text: '{\n  "title": "Looked-after children"\n}' },
    ]
    expect(findUnkindWords(files)).toEqual([
      'a.tsx:3 "LAC": say "children in our care"',
      'b.ts:1 "contact with their brothers": say "family time"',
      'c.json:2 "Looked-after": say "children in our care"',
    ])
  })

  test('a person may be contacted, a place may hold the letters, and a comment may name what is avoided', () => {
    const text = `// never "LAC"\nexport const words = ['May we contact you?', 'BLACKPOOL', 'We will look after them']`
    expect(findUnkindWords([{ path: 'a.ts', text }])).toEqual([])
  })

  test('a quotation is let stand where it is listed, and the list may not outlive it', () => {
    const listed = {
      path: 'pack.json',
      text: 'Looked After Children Strategy',
      because: 'the title of a paper of 2010',
    }
    const file = { path: 'pack.json', text: '"source": "Looked After Children Strategy"' }
    expect(findUnkindWords([file], [listed])).toEqual([])
    expect(findUnkindWords([], [listed])).toEqual(['pack.json no longer quotes "Looked After Children Strategy"'])
  })
})

describe('the machine it was written on', () => {
  test('no file mentions it', async () => {
    expect(findMachineWords(await readHouse(/./))).toEqual([])
  })

  test('a path, a registry and a paper of the workplace would be found', () => {
    // Put together here, so that this file does not hold them itself.
    const words = [['', 'work', ''].join('/'), ['registry', 'npmjs', 'org'].join('.'), ['DESIGN', 'md'].join('.')]
    for (const word of words) {
      expect(findMachineWords([{ path: 'README.md', text: `See:\n${word}` }])).toEqual([`README.md:2 "${word}"`])
    }
  })

  test('a relative import of shared/ is no such thing', () => {
    const text = `import { fact } from '../../shared/domain/fact.ts'`
    expect(findMachineWords([{ path: 'a.ts', text }])).toEqual([])
  })
})
