package dev.dianpu.simulator;

import java.time.Instant;

/**
 * An SMS that a simulated gateway "sent".
 *
 * @param to the phone as the gateway was given it
 * @param text with the signature
 * @param channel which gateway
 * @param at when the gateway took it
 */
public record SimulatedSms(String to, String text, String channel, Instant at) {}
