/**
 * The channel 沙盒 (sandbox): for a shop without a gateway yet. What would have been sent is kept, sealed, in the
 * plugin's own table and shown to the admins; nobody gets an SMS. It sends nothing before the owner confirmed to know
 * that.
 */
package dev.dianpu.plugins.sandbox;
