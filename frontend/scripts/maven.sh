#!/bin/sh
# What Maven calls: builds or tests the pages, unless that was done before with the same sources.
set -eu
cd "$(dirname "$0")/.."
task=$1

if ! command -v npm >/dev/null || ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'; then
  echo "The pages are left out: they need Node.js 20.19 or newer with npm (https://nodejs.org, or your system's packages). Everything else works without."
  exit 0
fi

checksum() {
  { node --version; find . \( -name node_modules -o -name dist -o -name target -o -name screenshots -o -name schema.d.ts \) -prune \
      -o -type f ! -name README.md -print | LC_ALL=C sort | xargs cksum; } | cksum
}

mkdir -p dist
sources=$(checksum)
[ "$(cat "dist/$task.sources" 2>/dev/null)" = "$sources" ] && exit 0
rm -f "dist/$task.sources"

lock=$(cksum <package-lock.json)
if [ "$(cat node_modules/.installed 2>/dev/null)" != "$lock" ]; then
  npm ci --no-audit --no-fund --loglevel=error
  echo "$lock" >node_modules/.installed
fi
npm run --silent "$task"
echo "$sources" >"dist/$task.sources"
