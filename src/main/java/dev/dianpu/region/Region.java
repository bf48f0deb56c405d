package dev.dianpu.region;

/**
 * A province, a city or a district.
 *
 * @param code of GB/T 2260
 */
public record Region(int code, String name) {}
