import { type ChangeEvent, useEffect, useState } from 'react'
import { t } from '#app/messages/say.ts'
import { Icon } from '#app/ui/icon.tsx'

// Chromium on Android and Windows has it; TypeScript's library does not know it yet.
type Detector = { detect(image: ImageBitmap): Promise<{ rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

/** Reads a barcode from a photo that the camera takes; only where the browser can. */
export function ScanButton({ onFound }: { onFound(code: string): void }) {
  const [detector, setDetector] = useState<Detector | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    findDetector().then(setDetector, () => {})
  }, [])
  if (!detector) return null

  const read = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const photo = currentTarget.files?.[0]
    currentTarget.value = ''
    if (!photo) return
    const codes = await createImageBitmap(photo).then(
      (picture) => detector.detect(picture),
      () => [],
    )
    const code = codes[0]?.rawValue
    setSaid(t(code ? 'scan.found' : 'scan.nothing'))
    if (code) onFound(code)
  }
  return (
    <div className="scan">
      <label className="button second dense">
        <Icon name="barcode" />
        {t('scan.take')}
        <input
          type="file"
          className="visually-hidden"
          accept="image/*"
          capture="environment"
          onChange={read}
        />
      </label>
      <span className="quiet small" role="status">
        {said}
      </span>
    </div>
  )
}

async function findDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = window as unknown as { BarcodeDetector?: DetectorClass }
  if (!BarcodeDetector) return null
  const formats = await BarcodeDetector.getSupportedFormats()
  return formats.includes('ean_13') ? new BarcodeDetector({ formats: ['ean_13'] }) : null
}
