import type { ChangeEvent } from 'react'
import { readGtin } from '#app/domain/identifiers/gtin.ts'
import { cartonNumberOf, formatCartonNumber } from '#app/domain/labels/itf14.ts'
import { type Measures, presets } from '#app/domain/proposals/presets.ts'
import { longest, packs } from '#app/domain/proposals/rules.ts'
import type { Pack } from '#app/generated/prisma/enums.ts'
import { say, t } from '#app/messages/say.ts'
import { Field, Problem } from '#app/ui/field.tsx'
import { type FormState, fieldOf } from './form-state.ts'
import { labels } from './labels.ts'
import { PackBesidePhone } from './pack-beside-phone.tsx'
import { ScanButton } from './scan-button.tsx'
import { Silhouette } from './silhouette.tsx'
import { millimetres } from './typed.ts'

type PackFieldsProps = {
  state: FormState
  onType(): void
  /** Of a further pack, where its fields begin. */
  prefix?: string
}

/** The first pack: its shape and measures, and its codes. */
export function PackFields({ state, onType }: PackFieldsProps) {
  return (
    <>
      <ShapeFields state={state} onType={onType} />
      <CodeFields state={state} onType={onType} />
    </>
  )
}

export function ShapeFields({ state, onType, prefix = '' }: PackFieldsProps) {
  const field = fieldOf(state, prefix)
  const { typed, photoHash, drawn } = state
  const width = millimetres(typed[`${prefix}widthMm`])
  const height = millimetres(typed[`${prefix}heightMm`])
  return (
    <>
      <ShapeChoice state={state} onType={onType} prefix={prefix} />
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
          <input
            type="checkbox"
            name={`${prefix}stackable`}
            id={`${prefix}stackable`}
            defaultChecked={drawn[`${prefix}stackable`] === 'on'}
          />
          <span>
            {t('product.stackable')}
            <small>{t('product.help.stackable')}</small>
          </span>
        </label>
      </div>
    </>
  )
}

/** The barcode, and what the cooperative calls it in its own books. */
export function CodeFields({ state, onType, prefix = '' }: PackFieldsProps) {
  const field = fieldOf(state, prefix)
  const carton = itf14Of(state.typed[`${prefix}gtin`])
  return (
    <>
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
            const input = document.getElementById(`${prefix}gtin`) as HTMLInputElement
            input.value = code
            onType()
          }}
        />
        {carton && <p className="quiet small">{say({ key: 'product.itf14', code: carton })}</p>}
      </div>
      <Field
        label={t(labels.ownCode)}
        help={t('product.help.own_code')}
        field={field('ownCode')}
        autoComplete="off"
        maxLength={longest.ownCode}
      />
    </>
  )
}

// Of a GS1 number only: codes of one shop are not for cartons that leave it.
function itf14Of(typed: string | undefined): string | null {
  const read = typed ? readGtin(typed) : null
  return read && 'value' in read ? formatCartonNumber(cartonNumberOf(read.value)) : null
}

function ShapeChoice({ state: { drawn, shown }, onType, prefix = '' }: PackFieldsProps) {
  const errors = shown[`${prefix}pack`]
  const choose = ({ currentTarget: { form, value } }: ChangeEvent<HTMLInputElement>) => {
    if (form && hasUsualMeasures(form, prefix)) typeMeasures(form, prefix, presets[value as Pack])
    onType()
  }
  return (
    <fieldset className={errors?.length ? 'field wrong' : 'field'}>
      <legend>{t('product.which_shape')}</legend>
      <div className="shapes">
        {packs.map((pack, i) => (
          <label key={pack}>
            <input
              type="radio"
              name={`${prefix}pack`}
              id={i === 0 ? `${prefix}pack` : undefined}
              value={pack}
              defaultChecked={drawn[`${prefix}pack`] === pack}
              onChange={choose}
            />
            <span>{t(`pack.${pack}`)}</span>
            <Silhouette pack={pack} />
          </label>
        ))}
      </div>
      <Problem id={`${prefix}pack`} errors={errors} />
    </fieldset>
  )
}

const measureNames = ['widthMm', 'heightMm', 'depthMm'] as const

// Measures that somebody took are not overwritten by the usual ones of another shape.
function hasUsualMeasures(form: HTMLFormElement, prefix: string): boolean {
  const typed = measureNames.map((name) => (form.elements.namedItem(prefix + name) as HTMLInputElement).value)
  if (typed.every((text) => text === '')) return true
  return Object.values(presets).some((usual) =>
    measureNames.every((name, i) => String(usual[name]) === typed[i]),
  )
}

function typeMeasures(form: HTMLFormElement, prefix: string, usual: Measures): void {
  for (const name of measureNames)
    (form.elements.namedItem(prefix + name) as HTMLInputElement).value = String(usual[name])
  ;(form.elements.namedItem(`${prefix}stackable`) as HTMLInputElement).checked = usual.stackable
}
