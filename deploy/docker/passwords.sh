#!/bin/sh
# Run once, when the database is made, after its roles.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -d potstats2 \
  -v ingest="$INGEST_PASSWORD" -v analytics="$ANALYTICS_PASSWORD" -v api="$API_PASSWORD" <<'SQL'
ALTER ROLE potstats2_ingest PASSWORD :'ingest';
ALTER ROLE potstats2_analytics PASSWORD :'analytics';
ALTER ROLE potstats2_api PASSWORD :'api';
SQL
