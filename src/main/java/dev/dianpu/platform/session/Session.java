package dev.dianpu.platform.session;

import java.util.Optional;

/**
 * A storefront session.
 *
 * @param id its number; changes at login and at registration
 * @param memberId who is logged in; empty for a visitor who solved a captcha
 */
public record Session(long id, Optional<Long> memberId) {}
