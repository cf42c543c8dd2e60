import { consentTexts, consentVersion } from '#app/domain/producers/rules.ts'
import { t } from '#app/messages/say.ts'
import type { AnsweredField } from '#app/platform/answered-form.ts'
import { Problem } from '#app/ui/field.tsx'

const ways = ['spoken', 'paper'] as const

/** What the member agrees to, that it did, and how. */
export function ConsentFields({ consent, way }: { consent: AnsweredField; way: AnsweredField }) {
  return (
    <fieldset className="consent">
      <legend>{t('consent.title')}</legend>
      <p className="small">{t('consent.read_aloud')}</p>
      <blockquote>{t(consentTexts[consentVersion])}</blockquote>
      <div className={consent.errors ? 'field wrong' : 'field'}>
        <label className="check">
          <input
            type="checkbox"
            name={consent.name}
            id={consent.id}
            defaultChecked={consent.initialValue === 'on'}
            aria-invalid={consent.errors ? true : undefined}
            aria-describedby={consent.errors ? `${consent.id}-problem` : undefined}
          />
          <span>{t('consent.given')}</span>
        </label>
        <Problem id={consent.id} errors={consent.errors} />
      </div>
      <fieldset
        className={way.errors ? 'field wrong' : 'field'}
        aria-describedby={way.errors ? `${way.id}-problem` : undefined}
      >
        <legend>{t('consent.way')}</legend>
        <div className="choice-row">
          {ways.map((one) => (
            <label key={one}>
              <input type="radio" name={way.name} value={one} defaultChecked={way.initialValue === one} />
              <span>{t(`consent.way.${one}`)}</span>
            </label>
          ))}
        </div>
        <Problem id={way.id} errors={way.errors} />
      </fieldset>
    </fieldset>
  )
}
