import type { ChangeEvent } from 'react'
import { type Measures, presets } from '#app/domain/proposals/presets.ts'
import { packs } from '#app/domain/proposals/rules.ts'
import type { Pack } from '#app/generated/prisma/enums.ts'
import { t } from '#app/messages/say.ts'
import { Field, Problem } from '#app/ui/field.tsx'
import { type FormState, fieldOf } from './form-state.ts'
import { labels } from './labels.ts'
import { PackBesidePhone } from './pack-beside-phone.tsx'
import { ScanButton } from './scan-button.tsx'
import { Silhouette } from './silhouette.tsx'
import { millimetres } from './typed.ts'

type PackFieldsProps = { state: FormState; onType(): void }

export function PackFields({ state, onType }: PackFieldsProps) {
  const field = fieldOf(state)
  const { typed, photoHash, drawn } = state
  const width = millimetres(typed.widthMm)
  const height = millimetres(typed.heightMm)
  return (
    <>
      <ShapeChoice state={state} onType={onType} />
      <div className="measures">
        <div className="three">
          {(['widthMm', 'heightMm', 'depthMm'] as const).map((name) => (
            <Field
              key={name}
              label={t(labels[name])}
              field={field(name)}
              after="mm"
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
            />
          ))}
        </div>
        {width && height ? (
          <PackBesidePhone widthMm={width} heightMm={height} hash={photoHash} />
        ) : (
          <p className="quiet small">{t('product.help.measures')}</p>
        )}
      </div>
      <div className="two loose">
        <Field
          label={t(labels.weightG)}
          help={t('product.help.weight')}
          field={field('weightG')}
          after="gram"
          inputMode="numeric"
          autoComplete="off"
          maxLength={7}
        />
        <label className="check">
          <input type="checkbox" name="stackable" id="stackable" defaultChecked={drawn.stackable === 'on'} />
          <span>
            {t('product.stackable')}
            <small>{t('product.help.stackable')}</small>
          </span>
        </label>
      </div>
      <div>
        <Field
          label={t(labels.gtin)}
          help={t('product.help.gtin')}
          field={field('gtin')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
        />
        <ScanButton
          onFound={(code) => {
            const input = document.getElementById('gtin') as HTMLInputElement
            input.value = code
            onType()
          }}
        />
      </div>
    </>
  )
}

function ShapeChoice({ state: { drawn, shown }, onType }: PackFieldsProps) {
  const choose = ({ currentTarget: { form, value } }: ChangeEvent<HTMLInputElement>) => {
    if (form && hasUsualMeasures(form)) typeMeasures(form, presets[value as Pack])
    onType()
  }
  return (
    <fieldset className={shown.pack?.length ? 'field wrong' : 'field'}>
      <legend>{t('product.which_shape')}</legend>
      <div className="shapes">
        {packs.map((pack, i) => (
          <label key={pack}>
            <input
              type="radio"
              name="pack"
              id={i === 0 ? 'pack' : undefined}
              value={pack}
              defaultChecked={drawn.pack === pack}
              onChange={choose}
            />
            <span>{t(`pack.${pack}`)}</span>
            <Silhouette pack={pack} />
          </label>
        ))}
      </div>
      <Problem id="pack" errors={shown.pack} />
    </fieldset>
  )
}

const measureNames = ['widthMm', 'heightMm', 'depthMm'] as const

// Measures that somebody took are not overwritten by the usual ones of another shape.
function hasUsualMeasures(form: HTMLFormElement): boolean {
  const typed = measureNames.map((name) => (form.elements.namedItem(name) as HTMLInputElement).value)
  if (typed.every((text) => text === '')) return true
  return Object.values(presets).some((usual) =>
    measureNames.every((name, i) => String(usual[name]) === typed[i]),
  )
}

function typeMeasures(form: HTMLFormElement, usual: Measures): void {
  for (const name of measureNames)
    (form.elements.namedItem(name) as HTMLInputElement).value = String(usual[name])
  ;(form.elements.namedItem('stackable') as HTMLInputElement).checked = usual.stackable
}
