package dev.dianpu.catalog;

/**
 * Which rows of a list are wanted.
 *
 * @param first from 0 on
 * @param most how many at most
 */
record Slot(int first, int most) {}

