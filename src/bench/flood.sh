#!/usr/bin/env bash
# A flood of requests for codes with every captcha solved, beside people who register; prints a table. The shop, its
# database and its gateways run on this machine only, on data of their own.
# Usage: src/bench/flood.sh [requests of each flood, 10000] [people beside it, 200]      (from anywhere in the checkout)
set -euo pipefail
cd "$(dirname "$0")/../.."
mkdir -p target/bench
mvn -q -Pbench package -DskipTests dependency:build-classpath -Dmdep.outputFile=target/bench/classpath -Dmdep.includeScope=test
exec java -Ddianpu.war=target/dianpu.war -Dpayara.jar=target/payara-micro.jar \
  -cp "target/test-classes:target/classes:$(cat target/bench/classpath)" dev.dianpu.bench.Flood "$@"
