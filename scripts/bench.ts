// Measures: npm run bench -- <name>. A table for people, and one JSON object as the last line.
import { readdirSync } from 'node:fs'
import { prepare } from './machine/prepare.ts'
import { problem } from './machine/problems.mjs'

const name = process.argv[3] ?? ''
const names = readdirSync('scripts/bench/measures').map((file) => file.replace('.ts', ''))
if (!names.includes(name)) throw problem(`npm run bench -- ${names.join(' | ')}`)
await prepare()
await import(`./bench/measures/${name}.ts`)
