/** The ways in which one line of the product can be broken, found in its syntax tree. */
import ts from 'typescript'

/** One place in a file, and what stands there instead once it is broken. Offsets count UTF-16 units. */
export type Break = { start: number; end: number; from: string; to: string; line: number }

const OPPOSITE = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '>='],
  [ts.SyntaxKind.LessThanEqualsToken, '>'],
  [ts.SyntaxKind.GreaterThanToken, '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '<'],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
])
const OTHER_METHOD = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
])

/** Every place of a source file that can be broken, in the order of the text. Types, imports and words for people stay. */
export function findBreaks(path: string, text: string): Break[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind)
  const found: Break[] = []
  const add = (node: ts.Node, to: string) => {
    const start = node.getStart(file)
    const from = text.slice(start, node.end)
    found.push({ start, end: node.end, from, to, line: file.getLineAndCharacterOfPosition(start).line + 1 })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return
    if (ts.isBinaryExpression(node)) {
      const to = OPPOSITE.get(node.operatorToken.kind)
      const words = [node.left, node.right].some(
        (side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side),
      )
      // Two texts can be put together, and not taken apart.
      if (to !== undefined && !(words && node.operatorToken.kind === ts.SyntaxKind.PlusToken))
        add(node.operatorToken, to)
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      add(node, `(${node.operand.getText(file)})`)
    if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false')
    if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true')
    if (ts.isNumericLiteral(node)) add(node, `(${node.getText(file)} + 1)`)
    if (ts.isIfStatement(node) || ts.isWhileStatement(node)) add(node.expression, `!(${node.expression.getText(file)})`)
    if (ts.isConditionalExpression(node)) add(node.condition, `!(${node.condition.getText(file)})`)
    if (ts.isExpressionStatement(node) && isCall(node.expression)) add(node, 'void 0')
    if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent) && node.parent.expression === node) {
      const to = OTHER_METHOD.get(node.name.text)
      if (to !== undefined) add(node.name, to)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end)
}

function isCall(node: ts.Expression): boolean {
  if (ts.isCallExpression(node)) return node.expression.kind !== ts.SyntaxKind.SuperKeyword
  return (ts.isAwaitExpression(node) || ts.isVoidExpression(node)) && isCall(node.expression)
}

/** The text with that place broken. */
export const broken = (text: string, { start, end, to }: Pick<Break, 'start' | 'end' | 'to'>): string =>
  text.slice(0, start) + to + text.slice(end)
