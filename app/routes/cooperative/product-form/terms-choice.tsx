import { memberTerms } from '#app/domain/proposals/rules.ts'
import { t } from '#app/messages/say.ts'
import type { FormState } from './form-state.ts'
import { labels } from './labels.ts'

/** Whether the cooperative pays the member when it receives the goods, or when they are sold. */
export function TermsChoice({ state: { drawn }, prefix = '' }: { state: FormState; prefix?: string }) {
  return (
    <fieldset className="field terms">
      <legend>{t(labels.memberTerms)}</legend>
      <div className="choice-row">
        {memberTerms.map((terms, i) => (
          <label key={terms}>
            <input
              type="radio"
              name={`${prefix}memberTerms`}
              id={i === 0 ? `${prefix}memberTerms` : undefined}
              value={terms}
              defaultChecked={(drawn[`${prefix}memberTerms`] ?? 'bought') === terms}
            />
            <span>
              {t(`member_terms.${terms}`)}
              <small>{t(`member_terms.${terms}_help`)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
