/**
 * The gateways' stand-ins for tests, the development run and benchmarks: one HTTP server on 127.0.0.1 that takes,
 * checks
 * and answers requests as the gateways' documents say, and shows what each phone "received".
 *
 * <p>Written from the documents. Shares no code with our clients, signatures included: a mistake made there must not be
 * repeated here. Never packed into the WAR.
 */
package dev.dianpu.simulator;
