package dev.dianpu.limit;

import dev.dianpu.spi.PhoneNumber;
import java.util.Optional;

/**
 * Who wants to send what it costs.
 *
 * @param address the client's IP address
 * @param session who asks
 * @param member who is logged in; empty for a visitor
 * @param cost price of the SMS with all its parts, in ten-thousandths of a yuan
 */
public record SendWish(PhoneNumber phone, String address, long session, Optional<Long> member, long cost) {}
