/**
 * The channel cloopen: 容联云 (Ronglian Cloud, yuntongxun), which sends templates only. Its interface of 2013-12-26 is
 * spoken in JSON or in XML.
 *
 * <p>Sending is documented; account, templates, receipts and pushes are known from what others' programs do. What is
 * not known is said where it is used and is a setting where the owner can know better.
 */
package dev.dianpu.plugins.cloopen;
