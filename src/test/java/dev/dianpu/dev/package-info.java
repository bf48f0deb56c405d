/**
 * The shop on a developer's machine: an embedded MariaDB, the gateway simulators and the WAR, started and stopped
 * together. The system tests and the benchmarks stand on the same classes, so that what they measure is what
 * {@code mvn -Prun package} runs. Nothing here is packed into the WAR; a test proves it.
 */
package dev.dianpu.dev;
