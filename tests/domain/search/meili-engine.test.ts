import { describe } from 'vitest'
import { meiliEngine } from '#app/domain/search/meili-engine.server.ts'
import { anIndex, isWithoutMeili } from '#tests/support/meilisearch.ts'
import { keepsTheSearchContract } from './contract.ts'

describe.skipIf(isWithoutMeili)('Meilisearch', () => {
  keepsTheSearchContract(async () => {
    const { meili, uid } = await anIndex()
    return meiliEngine(meili, uid)
  })
})
