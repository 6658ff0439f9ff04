// Types of the API from the documents that the services publish: a page can't ask for what they don't answer.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const documents = { query: 'query-service.json', command: 'command-service.json' }
const to = new URL('../src/generated/', import.meta.url)

await mkdir(to, { recursive: true })
for (const [name, file] of Object.entries(documents)) {
  const source = await readFile(new URL(`../../docs/api/${file}`, import.meta.url), 'utf8')
  const types = await openapiTS(JSON.parse(source), { propertiesRequiredByDefault: true })
  await writeFile(new URL(`${name}.d.ts`, to), astToString(types))
}
