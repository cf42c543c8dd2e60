import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { may } from '#app/domain/access/actors.ts'
import { certificateName } from '#app/domain/catalogue/readiness.ts'
import { requireChainTerms } from '#app/domain/stores/chain-queries.server.ts'
import {
  certificateRules,
  type Requirement,
  readinessRules,
  setChainRulesForm,
} from '#app/domain/stores/chain-rules.ts'
import { setChainRules } from '#app/domain/stores/set-chain-rules.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import tradeStylesUrl from '#app/styles/retail-catalogue.css?url'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { PageHead } from '../page-head.tsx'
import { MembershipField } from '../portal.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: tradeStylesUrl }]
export const meta: MetaFunction = () => [{ title: `${t('chain_rule.title')} | ${t('app.name')}` }]

const savedField = 'tersimpan'

export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireRetail(request)
  const terms = await orErrorPage(requireChainTerms(db, member))
  return {
    terms,
    chain: member.organisationName,
    membershipId: member.membershipId,
    maySet: may(member, 'chain.set_rules'),
    isSaved: new URL(request.url).searchParams.has(savedField),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const member = await requireRetail(request)
  return submit(await request.formData(), member, setChainRulesForm, async (rules) => {
    await setChainRules(db, member, rules)
    return redirect(`${paths.retail.rules}?${savedField}=ya`)
  })
}

export default function ChainRules() {
  const { terms, chain, membershipId, maySet, isSaved } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const form = answeredForm(reply, 'aturan')
  const isSending = useNavigation().state === 'submitting'
  const typed = reply?.initialValue?.requires
  const isOn = (rule: Requirement) =>
    reply ? (Array.isArray(typed) ? typed.includes(rule) : typed === rule) : terms.requires.includes(rule)
  return (
    <main className="page chain-rules">
      <PageHead
        back={{ to: paths.retail.catalogue, text: t('trade.title') }}
        title={t('chain_rule.title')}
        note={say({ key: 'chain_rule.lead', chain })}
      />
      {isSaved && !reply && (
        <p className="band ok" role="status">
          {t('chain_rule.saved')}
        </p>
      )}
      {!maySet && <p className="band info">{t('chain_rule.look_only')}</p>}
      <Form method="post">
        <FormProblem errors={form.errors} />
        <MembershipField membershipId={membershipId} />
        <fieldset disabled={!maySet}>
          <legend>{t('chain_rule.legend')}</legend>
          {readinessRules.map((rule) => (
            <label key={rule} className="check">
              <input type="checkbox" name="requires" value={rule} defaultChecked={isOn(rule)} />
              <span>
                {t(`chain_rule.${rule}`)}
                <small>{t(`chain_rule.${rule}_help`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <Field
          label={t('chain_rule.life')}
          help={t('chain_rule.life_help')}
          field={form.field('leastRemainingLifePercent', String(terms.leastRemainingLifePercent))}
          after="%"
          inputMode="numeric"
          disabled={!maySet}
        />
        <fieldset disabled={!maySet}>
          <legend>{t('chain_rule.certificates')}</legend>
          <p className="help">{t('chain_rule.certificates_help')}</p>
          <div className="certificate-rules">
            {certificateRules.map((kind) => (
              <label key={kind} className="check">
                <input
                  type="checkbox"
                  name="requires"
                  value={`certificate:${kind}`}
                  defaultChecked={isOn(`certificate:${kind}`)}
                />
                <span>{certificateName(kind)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {maySet && (
          <p>
            <button className="button main" type="submit" aria-busy={isSending}>
              {t('chain_rule.save')}
            </button>
          </p>
        )}
      </Form>
    </main>
  )
}
