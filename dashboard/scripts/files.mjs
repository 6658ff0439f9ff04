// Tells the edge which files there are, and packs each once instead of at every request.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const pages = new URL('../target/pages/', import.meta.url)
const names = (await readdir(pages, { recursive: true, withFileTypes: true }))
  .filter(entry => entry.isFile() && !entry.name.endsWith('.gz'))
  .map(entry =>
    `${entry.parentPath ?? entry.path}/${entry.name}`.slice(new URL(pages).pathname.length).replace(/^\//, ''),
  )
  .sort()

for (const name of names) {
  await writeFile(new URL(`${name}.gz`, pages), gzipSync(await readFile(new URL(name, pages)), { level: 9 }))
}
await writeFile(new URL('files.txt', pages), `${names.join('\n')}\n`)
