/**
 * The channel 互亿无线 (ihuyi), document 004: SMS, balance, templates over GET or POST, answers in XML or JSON, an APIKEY
 * or a dynamic password, and three kinds of pushes.
 *
 * <p>What the document leaves open is a setting: where the signature stands or whether the gateway adds it, which
 * password templates take, and every limit, since other editions of the gateway have other numbers. Sending by template
 * number with values joined by {@code |} is not in the document; it is known of the gateway's newer interface.
 */
package dev.dianpu.plugins.ihuyi;
