import { devNull } from 'node:os'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/support/temp-folder.ts'
import { whyNotTo } from './output.ts'

// Asked here and not told as a story: where the answer was wrong, a story would put a file in the place of the machine’s own device.
test.skipIf(process.platform === 'win32')(
  'a device is no file that could be written over, whatever is asked for',
  () => {
    expect(whyNotTo(devNull, true, tempFolder())).toMatch(/is no file that could be written over/)
  },
)
