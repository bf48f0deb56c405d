/**
 * Provinces, cities and districts of mainland China by their codes of GB/T 2260. They come from a script and change by a
 * script only, so they are read once.
 */
package dev.dianpu.region;
