import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireLabelChoices } from '#app/domain/labels/queries.server.ts'
import { mostLabels } from '#app/domain/labels/rules.ts'
import { labelsOn, sheetNames, sheets } from '#app/domain/labels/sheets.ts'
import { requireCooperative } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { answeredForm } from '#app/platform/answered-form.ts'
import { formatDay } from '#app/platform/calendar.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage } from '#app/platform/form.server.ts'
import { formatNumber } from '#app/platform/measure.ts'
import { Field, FormProblem } from '#app/ui/field.tsx'
import { PageHead } from '../page-head.tsx'
import { labelOrigin, labelsAsked } from './labels-asked.server.ts'

export const meta: MetaFunction = () => [{ title: `${t('label.title')} | ${t('app.name')}` }]

/** The form, or, once it is filled in well, the way to the file. A plain GET, so that it works without a script. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const officer = await requireCooperative(request)
  const choices = await orErrorPage(requireLabelChoices(db, officer, params.id ?? ''))
  const { search, searchParams } = new URL(request.url)
  const { origin, isSet } = labelOrigin(request)
  const shown = { ...choices, unsafeOrigin: isSet ? null : origin }
  if (!searchParams.has('jumlah')) return data({ ...shown, result: undefined })
  const asked = await labelsAsked(request, officer, choices.id)
  if ('label' in asked) throw redirect(paths.cooperative.labelsFile(choices.id) + search)
  return data({ ...shown, result: asked.data }, asked.init ?? undefined)
}

export default function Labels() {
  const { id, name, producerName, status, packs, unsafeOrigin, result } = useLoaderData<typeof loader>()
  const form = answeredForm(result, 'label')
  const inStore = packs.filter(({ gtinKind }) => gtinKind === 'in_store')
  const hasLots = packs.some(({ lots }) => lots.length > 0)
  return (
    <main className="page narrow">
      <PageHead
        back={{ to: paths.cooperative.product(id), text: name }}
        title={t('label.title')}
        note={say({ key: 'stock.receive_from', producer: producerName })}
      />
      <p>{t('label.intro')}</p>
      {unsafeOrigin && <p className="band wait">{say({ key: 'label.no_origin', origin: unsafeOrigin })}</p>}
      {status === 'paused' && <p className="band info">{t('label.paused')}</p>}
      {status === 'archived' ? (
        <p className="band stop">{t('label.archived')}</p>
      ) : hasLots ? (
        <LabelsForm packs={packs} form={form} />
      ) : (
        <>
          <p className="band wait">{t('label.no_lots')}</p>
          <p>
            <Link className="button main" to={paths.cooperative.receiving(id)}>
              {t('stock.receive')}
            </Link>
          </p>
        </>
      )}
      {inStore.length > 0 && status !== 'archived' && (
        <section>
          <h2>{t('label.in_store_title')}</h2>
          <p className="quiet">
            {say({ key: 'label.in_store', gtin: inStore.map(({ gtin }) => gtin).join(', ') })}
          </p>
        </section>
      )}
    </main>
  )
}

type Packs = Awaited<ReturnType<typeof requireLabelChoices>>['packs']

function LabelsForm({ packs, form }: { packs: Packs; form: ReturnType<typeof answeredForm> }) {
  const first = packs.flatMap(({ gtin, lots }) => lots.map(({ code }) => `${gtin}.${code}`))
  return (
    <form method="get" className="stacked">
      <FormProblem errors={form.errors} />
      <Field
        label={t('label.pack_and_lot')}
        help={t('label.pack_and_lot_help')}
        field={form.field('isi', first.length === 1 ? first[0] : '')}
      >
        {(control) => (
          <select {...control}>
            <option value="">{t('label.choose')}</option>
            {packs.map(({ gtin, netContent, lots }) => (
              <optgroup key={gtin} label={netContent}>
                {lots.map(({ code, bestBefore, left }) => (
                  <option key={code} value={`${gtin}.${code}`}>
                    {say({
                      key: 'label.lot_option',
                      lot: code,
                      day: formatDay(bestBefore),
                      left: formatNumber(left),
                    })}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('label.sheet')} help={t('label.sheet_help')} field={form.field('kertas', 'a4-24')}>
        {(control) => (
          <select {...control}>
            {sheetNames.map((sheet) => (
              <option key={sheet} value={sheet}>
                {t(`label.sheet.${sheet}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t('label.count')}
        help={say({ key: 'label.count_help', maximum: mostLabels })}
        field={form.field('jumlah', String(labelsOn(sheets['a4-24'])))}
        after={t('label.count_unit')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
      />
      <Field
        label={t('label.skip')}
        help={t('label.skip_help')}
        field={form.field('lewati', '0')}
        after={t('label.count_unit')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
      />
      <p>
        <button className="button main" type="submit">
          {t('label.print')}
        </button>
      </p>
    </form>
  )
}
