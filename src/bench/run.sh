#!/usr/bin/env bash
# Load on the packaged shop: starts it on embedded data of its own, warms it up, drives it with wrk and prints a table.
# Needs wrk, and what `mvn verify` needs to build. Usage: src/bench/run.sh        (from anywhere in the checkout)
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v wrk > /dev/null || { echo "wrk is missing: apt-get install wrk" >&2; exit 1; }
port=${PORT:-18880} gateway=${SIMULATOR_PORT:-18890} seconds=${SECONDS_EACH:-10}
home=$PWD/target/bench/home
shop=http://localhost:$port
log=target/bench/run.log
mkdir -p "$home"

mvn -q -Pbench package -DskipTests dependency:build-classpath -Dmdep.outputFile=target/bench/classpath -Dmdep.includeScope=test
classpath=target/test-classes:target/classes:$(cat target/bench/classpath)
java -Ddianpu.war=target/dianpu.war -Dpayara.jar=target/payara-micro.jar -Ddianpu.home="$home" -Ddianpu.port="$port" \
  -Ddianpu.simulator.port="$gateway" -Ddianpu.server.options=-Xmx512m -cp "$classpath" dev.dianpu.dev.DevelopmentRun \
  > "$log" 2>&1 &
run=$!
trap 'kill $run 2> /dev/null; wait $run 2> /dev/null || true' EXIT
until grep -q 'Inbox' "$log"; do
  kill -0 $run 2> /dev/null || { cat "$log" >&2; exit 1; }
  sleep 1
done
prepare() { java -cp "$classpath" dev.dianpu.bench.Prepare "$shop" "$home" "$@"; }
server=$(pgrep -f "payara-micro.jar.*--port $port" | head -1)
heap() { jcmd "$server" GC.run > /dev/null; jcmd "$server" GC.heap_info | grep -oE 'used [0-9]+K' | head -1; }

wrk_rate() { wrk -t2 -c16 -d"${seconds}s" "$@" | awk '/Requests\/sec/ { print $2 } /Non-2xx/ { print "errors:" $NF }' | xargs; }
cookie=$(prepare 1 target/bench/one 99000000 limits && awk '{ print $2 }' target/bench/one)
session=$(curl -s -o /dev/null -D - -H "Content-Type: application/json" -H "Cookie: $cookie" \
  -d "$(awk '{ printf "{\"phone\":\"%s\",\"purpose\":\"REGISTER\",\"captcha\":\"%s\"}", $1, $3 }' target/bench/one)" \
  "$shop/api/v1/verifications" | grep -oE 'dianpu_session=[^;]+')
goods=$(curl -s "$shop/" | grep -oE '/goods/[0-9]+' | head -1)
pages=("/" "$goods" "/register" "/captcha?form=register")

echo "warming up …" >&2
for page in "${pages[@]}"; do wrk -t2 -c16 -d8s "$shop$page" > /dev/null; done

echo "| what | without a cookie | with a session |"
echo "|---|---|---|"
for page in "${pages[@]}"; do
  echo "| \`GET $page\` | $(wrk_rate "$shop$page") /s | $(wrk_rate -H "Cookie: $session" "$shop$page") /s |"
done

curl -s -o /dev/null -X POST "http://localhost:$gateway/control/chanyoo/repetition?seconds=0" || true
# This way through the shop is long: the JVM's second compiler works on it for three minutes and takes half of two cores.
base=0
for duration in 20 20 20 20 20 20 20 20 20 "$seconds"; do
  for thread in 0 1; do prepare 4000 "target/bench/captchas.$thread" $((base + thread * 4000)); done
  base=$((base + 8000))
  sends=$(wrk -t2 -c16 -d"${duration}s" -s src/bench/send-code.lua "$shop" -- target/bench/captchas | grep Accepted)
done
echo "| send a code, accepted | ${sends#Accepted/sec: } /s | |"

before=$(heap)
wrk -t2 -c16 -d"${seconds}s" "$shop/register" > /dev/null
wrk -t2 -c16 -d"${seconds}s" "$shop/captcha?form=register" > /dev/null
echo
echo "Heap before and after ${seconds} s each of cookie-less register pages and captchas: ${before#used } → $(heap | sed 's/used //')"
