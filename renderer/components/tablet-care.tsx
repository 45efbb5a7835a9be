/** For whoever looks after the tablet: a file that says how it has been going, and the way out of a locked one. */
import { LifeBuoy, LogOut } from 'lucide-react'
import { useState } from 'react'
import type { StationState } from '../../shared/contract/station.ts'
import { useApi } from '../api.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { useSending } from './form/use-sending.ts'
import { placeWords } from './save-file/place-words.ts'
import { useSaveFile } from './save-file/use-save-file.tsx'
import { Sentence } from './sentence.tsx'

/** Nothing where the station was opened by something that can do neither, like a browser. */
export function TabletCare({ platform }: { platform: StationState['platform'] }) {
  const { client } = useApi()
  const { save: saveFile, dialog } = useSaveFile()
  const [asking, setAsking] = useState(false)
  const { busy, said, say, attempt } = useSending()
  if (!platform.canLeave && !platform.keepsLog) return null

  const act = async (work: () => Promise<string | null>) => {
    await attempt(async () => {
      const words = await work()
      if (words !== null) say({ tone: 'ok', words })
    })
    setAsking(false)
  }
  const save = () =>
    act(async () => {
      const { file } = await client.station.support()
      const place = await saveFile(file)
      return place === null ? null : `${placeWords(place)} Send it to whoever looks after the tablets.`
    })
  const leave = () =>
    act(async () => {
      await client.station.leave()
      return 'Pledge Kiosk is closing.'
    })

  return (
    <section className="stack gap-3" aria-labelledby="care-title">
      <h2 id="care-title">Something wrong with this tablet?</h2>
      <p className="muted">
        A support file says what runs here and how it has been going. Nobody’s name, and nothing that anybody wrote, is
        in it.
      </p>
      {said === undefined ? null : <Sentence tone={said.tone}>{said.words}</Sentence>}
      {dialog}
      <div className="row">
        {platform.keepsLog ? (
          <Button look="ghost" icon={LifeBuoy} busy={busy} onClick={() => void save()}>
            Save a support file
          </Button>
        ) : null}
        {platform.canLeave ? (
          <Button look="ghost" icon={LogOut} onClick={() => setAsking(true)}>
            Close Pledge Kiosk
          </Button>
        ) : null}
      </div>
      {asking ? (
        <Dialog
          title="Close Pledge Kiosk?"
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button look="ghost" safe onClick={() => setAsking(false)}>
                Stay here
              </Button>
              <Button busy={busy} onClick={() => void leave()}>
                Close it
              </Button>
            </>
          }
        >
          <p>
            Everything is saved on this tablet. After this, whoever stands here can use the rest of the tablet, so do
            not leave it alone.
          </p>
        </Dialog>
      ) : null}
    </section>
  )
}
