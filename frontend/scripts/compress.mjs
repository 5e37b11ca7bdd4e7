// Puts .br and .gz beside every file of the built pages, for the service to send as they are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const BUILT = 'dist/static';
const FIRST_PAGE_LIMIT = 133_000;

for (const entry of readdirSync(BUILT, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(js|css|html|svg|json)$/.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const content = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  );
}

const firstPage = [...readFileSync(join(BUILT, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)]
  .map(([, script]) => readFileSync(join(BUILT, `${script}.gz`)).length)
  .reduce((sum, size) => sum + size, 0);
console.log(`Script of the first page: ${(firstPage / 1000).toFixed(1)} kB compressed`);
if (firstPage === 0 || firstPage > FIRST_PAGE_LIMIT) {
  console.error(`That is not between 0 and ${FIRST_PAGE_LIMIT / 1000} kB.`);
  process.exit(1);
}
