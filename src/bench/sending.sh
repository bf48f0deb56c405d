#!/usr/bin/env bash
# How fast SMS go out: the channel alone beside other clients, and with every row of the journal committed.
# Usage: src/bench/sending.sh        (from anywhere in the checkout)
set -euo pipefail
cd "$(dirname "$0")/../.."
mkdir -p target/bench
mvn -q -Pbench test-compile dependency:build-classpath -Dmdep.outputFile=target/bench/classpath -Dmdep.includeScope=test
classpath=target/test-classes:target/classes:$(cat target/bench/classpath)
quiet=-Djava.util.logging.config.file=src/test/resources/logging.properties
java -Xmx512m "$quiet" -cp "$classpath" dev.dianpu.contract.SendingBench 2> target/bench/sending.log
echo
java -Xmx512m "$quiet" -Ddianpu.home="$PWD/data" -cp "$classpath" dev.dianpu.sms.JournalBench 2> target/bench/journal.log
echo
java -Xmx512m "$quiet" -Ddianpu.home="$PWD/data" -cp "$classpath" dev.dianpu.notification.OutboxBench 2> target/bench/outbox.log
