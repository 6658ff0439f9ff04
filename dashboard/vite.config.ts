import react from '@vitejs/plugin-react'
import type { ProxyOptions } from 'vite'
import { defineConfig } from 'vitest/config'

// For work on the pages: npm run dev beside a running Vigie, as whoever the token is of.
//   VIGIE_TOKEN=$(../vigie token agency-manager) npm run dev
const token = process.env.VIGIE_TOKEN
const vigie: ProxyOptions = {
  target: process.env.VIGIE ?? 'http://localhost:8080',
  changeOrigin: true,
  headers: token ? { authorization: `Bearer ${token}` } : {},
  configure: proxy => {
    proxy.on('proxyReq', request => {
      request.removeHeader('origin')
      request.removeHeader('cookie')
    })
  },
}

// Everything comes from the host of the page itself, and no style or script stands in the document: its policy allows none.
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'target/pages',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The notices that their licences ask for, beside what is made of them.
    license: { fileName: 'licences.md' },
    target: 'es2022',
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': vigie } },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
})
