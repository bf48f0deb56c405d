/**
 * E-mail to the shop's owner and members, through the mail server that the owner named in the settings. Anybody may import
 * it. A mail leaves with no transaction held, and nothing that stands in one reaches a log.
 */
package dev.dianpu.platform.mail;
