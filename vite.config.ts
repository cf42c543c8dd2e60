import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

// esbuild 0.28 refuses destructuring for Vite's default targets, in the build and in dev's prebundling alike.
const target = 'es2022'

export default defineConfig({
  plugins: [remix(remixConfig)],
  build: { target },
  // Its entry for browsers names a package that is not installed; only the server uses it.
  optimizeDeps: { esbuildOptions: { target }, exclude: ['@node-rs/argon2'] },
  worker: { format: 'es' },
})
