/** The words of a file that a person may come to read: texts in code and JSX, and every text of a data file. */
import ts from 'typescript'
import type { HouseFile } from './house-files.ts'

interface Words {
  path: string
  /** Where the text begins, counted from 1. */
  line: number
  text: string
}

/** Comments, names and imports are left out; so are texts that only a test holds, because tests are not read here. */
export function visibleWords({ path, text }: HouseFile): Words[] {
  if (!/\.tsx?$/.test(path)) return text.split('\n').map((line, index) => ({ path, line: index + 1, text: line }))

  const words: Words[] = []
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (
      ts.isStringLiteralLike(node) ||
      ts.isJsxText(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      const start = ts.isJsxText(node) ? node.pos : node.getStart(source)
      const line = source.getLineAndCharacterOfPosition(start).line + 1
      words.push({ path, line, text: node.text })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return words
}
