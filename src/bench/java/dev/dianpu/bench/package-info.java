/** Benchmarks of the whole shop under load; {@code src/bench/run.sh} runs them and prints the table of the README. */
package dev.dianpu.bench;
