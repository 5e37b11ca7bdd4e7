#!/bin/sh
# What Maven calls: builds or tests the pages, unless that was done before with the same sources.
# Where they cannot be built, everything else is; PAGES=required makes that a failure.
set -eu
cd "$(dirname "$0")/.."
task=$1

leave_out() {
  echo "The pages are left out: $1 Everything else works without."
  [ "${PAGES:-}" != required ] || exit 1
  rm -rf dist target/classes/static
  exit 0
}

checksum() {
  { node --version; find . \( -name node_modules -o -name dist -o -name target -o -name screenshots -o -name schema.d.ts \) -prune \
      -o -type f ! -name README.md -print | LC_ALL=C sort | xargs cksum; } | cksum
}

install() {
  lock=$(cksum <package-lock.json)
  [ "$(cat node_modules/.installed 2>/dev/null)" != "$lock" ] || return 0
  npm ci --no-audit --no-fund --loglevel=error || npm ci --no-audit --no-fund --loglevel=error || return 1
  echo "$lock" >node_modules/.installed
}

if ! command -v npm >/dev/null || ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'; then
  leave_out "they need Node.js 20.19 or newer with npm (https://nodejs.org, or your system's packages)."
fi

sources=$(checksum)
[ "$(cat "dist/$task.sources" 2>/dev/null)" != "$sources" ] || exit 0
rm -f "dist/$task.sources"

install || leave_out "npm cannot install what they are made with (touch pom.xml to try again)."
npm run --silent "$task"
# What was built before has other names, and would stay.
[ "$task" != build ] || rm -rf target/classes/static
mkdir -p dist
echo "$sources" >"dist/$task.sources"
