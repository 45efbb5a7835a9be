/** The button on every page that makes it easier to read: larger text, more contrast, dark. */
import { Accessibility } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { type Display, keepDisplay, readDisplay } from './display.ts'
import { RadioList } from './fields.tsx'

export function DisplayButton() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="quiet" icon={Accessibility} onClick={() => setOpen(true)}>
        Easier to read
      </Button>
      {open ? <DisplayDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function DisplayDialog({ onClose }: { onClose: () => void }) {
  const [display, setDisplay] = useState<Display>(readDisplay)
  const change = (next: Partial<Display>) => {
    const whole = { ...display, ...next }
    setDisplay(whole)
    keepDisplay(whole)
  }
  return (
    <Dialog
      title="Easier to read"
      onClose={onClose}
      foot={
        <Button safe onClick={onClose}>
          Done
        </Button>
      }
    >
      <RadioList
        legend="Text size"
        name="text-size"
        value={display.text}
        onChange={(text) => change({ text })}
        options={[
          { value: 'normal', label: 'Usual' },
          { value: 'large', label: 'Larger' },
          { value: 'largest', label: 'Largest' },
        ]}
        columns="three"
      />
      <RadioList
        legend="Colours"
        name="colours"
        value={display.theme}
        onChange={(theme) => change({ theme })}
        options={[
          { value: 'paper', label: 'Paper' },
          { value: 'dark', label: 'Dark' },
          { value: 'contrast', label: 'High contrast' },
        ]}
        columns="three"
      />
    </Dialog>
  )
}
