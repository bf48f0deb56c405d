/**
 * What an admin proves himself by besides the password: an authenticator app, a phone, an e-mail address, recovery codes;
 * the browsers he logged in with before; and how lately he proved to be there. Knows nothing of pages and sessions:
 * {@code admin.account} calls it with the number of an account.
 */
package dev.dianpu.admin.factor;
