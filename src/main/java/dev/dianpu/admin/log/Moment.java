package dev.dianpu.admin.log;

import java.time.Instant;

/**
 * A moment in the life of a message.
 *
 * @param kind how the page shows it: {@code captcha}, {@code budget}, {@code code}, {@code attempt}, {@code receipt},
 *     {@code reply}, {@code tried}, {@code proved}, {@code used}, {@code ended}
 * @param data what it shows
 */
public record Moment(Instant at, String kind, Object data) {}
