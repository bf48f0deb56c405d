/**
 * Whether the codes that are sent are used: counts by the whole shop, ranges of addresses, first digits of phones;
 * decides by what normal days give when the gate becomes harder to pass, writes down why, and tells the owner. The
 * registration asks it before anything is sent; it knows no captcha and no code. It never bans: whatever it decides
 * ends by itself.
 */
package dev.dianpu.guard;
