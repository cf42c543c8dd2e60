import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { changePlacement } from '#app/domain/shelf-plans/change-placement.server.ts'
import { orderShelfPlan } from '#app/domain/shelf-plans/order-shelf-plan.server.ts'
import { placeOnPlan } from '#app/domain/shelf-plans/place-on-plan.server.ts'
import {
  changePlacementForm,
  orderPlanForm,
  placeOnPlanForm,
  setAmountsForm,
} from '#app/domain/shelf-plans/rules.ts'
import { setAmounts } from '#app/domain/shelf-plans/set-amounts.server.ts'
import { requireRetail } from '#app/gates.server.ts'
import { say, t } from '#app/messages/say.ts'
import { paths } from '#app/paths.ts'
import { db } from '#app/platform/db.server.ts'
import { orErrorPage, submit } from '#app/platform/form.server.ts'
import { Planner } from './planner/planner.tsx'
import { readPlanner } from './planner/planner-data.server.ts'
import { problemsFrom } from './planner/problems.ts'
import { ShelfOnly } from './planner/shelf-only.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${say({ key: 'planner.page', fixture: data?.fixture.name ?? '' })} | ${t('app.name')}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireRetail(request)
  const planner = await orErrorPage(readPlanner(member, params.id ?? '', new URL(request.url), new Date()))
  return data(planner, { status: planner.periodProblem ? 422 : 200 })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const buyer = await requireRetail(request)
  const form = await request.formData()
  const fixtureId = params.id ?? ''
  const { pathname, searchParams } = new URL(request.url)
  const back = (query = searchParams) => redirect(query.size ? `${pathname}?${query}` : pathname)
  const at = new Date()
  switch (form.get('intent')) {
    case 'place':
      return submit(form, buyer, placeOnPlanForm, async (input) => {
        await placeOnPlan(db, buyer, { ...input, fixtureId }, at)
        return back()
      })
    case 'change':
      return submit(form, buyer, changePlacementForm, async (input) => {
        await changePlacement(db, buyer, { ...input, fixtureId }, at)
        return back()
      })
    case 'amounts':
      return submit(form, buyer, setAmountsForm, async (input) => {
        await setAmounts(db, buyer, { ...input, fixtureId }, at)
        const query = new URLSearchParams(searchParams)
        query.delete('juga')
        for (const id of input.fixtureIds) query.append('juga', id)
        return back(query)
      })
    default:
      return submit(form, buyer, orderPlanForm, async (input) => {
        const { id } = await orderShelfPlan(db, buyer, input, at)
        return redirect(paths.retail.order(id))
      })
  }
}

// The planner keeps its own draft; only another period, another fixture or an order's answer is worth reading again.
export function shouldRevalidate({ formAction, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formAction?.endsWith('/draf') ? false : defaultShouldRevalidate
}

export default function Fixture() {
  const planner = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const problems = useMemo(() => problemsFrom(reply), [reply])
  if (!planner.mayPlan) return <ShelfOnly data={planner} />
  const { fixture, period } = planner
  return (
    <Planner
      key={`${fixture.id} ${period.startsOn} ${period.endsOn}`}
      data={planner}
      problems={problems}
      typed={reply?.initialValue ?? null}
    />
  )
}
