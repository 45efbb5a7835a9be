/** `npm run proved`: tries every spoiled house and, where each tool spoke in all of them, keeps with which rules and tools it was. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { SPOILING, writeProved } from './spoiled.ts'
import { house } from './tools.ts'

const child = spawn(process.execPath, [join(house, 'node_modules/vitest/vitest.mjs'), 'run', ...SPOILING], {
  cwd: house,
  stdio: 'inherit',
  env: { ...process.env, PLEDGE_KIOSK_SPOILED: 'all' },
})
child.on('close', (code) => {
  if (code === 0) writeProved()
  process.exitCode = code ?? 1
})
