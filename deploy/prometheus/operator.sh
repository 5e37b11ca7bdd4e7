#!/bin/sh
# What to scrape and the alerts, for Prometheus' operator: deploy/prometheus/operator.sh | kubectl apply -f -
set -eu
cd "$(dirname "$0")"
cat operator.yaml
sed 's/^/  /' rules.yml
