/** The camera, for a badge or the code in an e-mail. */
import { Keyboard } from 'lucide-react'
import { Button } from '../../../components/button.tsx'
import { ScanCamera } from '../../../components/camera/scan-camera.tsx'
import { Frame } from './frame.tsx'
import type { SelfPage } from './self-page.ts'
import { ask, NOBODY } from './visit.ts'

export function ScanPage(props: SelfPage) {
  const { desk } = props
  return (
    <Frame
      {...props}
      heading="Show your code to the camera"
      hint="Your badge, or the square code in the e-mail on your phone. If there is a scanner beside this screen, you can hold it there instead."
      action={
        <Button big look="ghost" icon={Keyboard} onClick={() => desk.show(ask(NOBODY, 'name'))}>
          Type my name
        </Button>
      }
    >
      <ScanCamera onScan={(text, mayShow) => desk.scan(text, { mayShow })} facing="user" quiet={60} wanted />
    </Frame>
  )
}
