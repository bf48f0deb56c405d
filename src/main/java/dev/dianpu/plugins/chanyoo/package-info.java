/**
 * The channel chanyoo: an SMS service sold on the Aliyun market (cmapi030182), called through the Aliyun API gateway.
 *
 * <p>Its own reference was not published with the product; what is not certain is said where it is used. Whatever is
 * uncertain about an answer counts as UNKNOWN, so that nobody pays twice or gets two codes.
 */
package dev.dianpu.plugins.chanyoo;
