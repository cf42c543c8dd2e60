import { Link } from '@remix-run/react'
import { type ChainTerms, requirementName } from '#app/domain/stores/chain-rules.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { type TradeChoice, tradeUrl } from './trade-choice.ts'

/** Says whether the rules of the chain hold on this page, which they are, and how to turn that round. */
export function RulesBand({ choice, terms }: { choice: TradeChoice; terms: ChainTerms }) {
  const percent = terms.leastRemainingLifePercent
  const rules = [
    ...terms.requires.map((rule) => requirementName(rule)),
    ...(percent > 0 ? [say({ key: 'trade.rule_life', percent })] : []),
  ].join(', ')
  return (
    <p className="rules-band">
      <span>
        {!rules
          ? t('trade.rules_none')
          : say({ key: choice.keepsRules ? 'trade.rules_on' : 'trade.rules_off', rules })}
      </span>
      {rules && (
        <Link className="link" to={tradeUrl({ ...choice, keepsRules: !choice.keepsRules, after: null })}>
          {t(choice.keepsRules ? 'trade.rules_show_all' : 'trade.rules_keep')}
        </Link>
      )}
      <Link className="link" to={paths.retail.rules}>
        {t('trade.rules_change')}
      </Link>
    </p>
  )
}
