/**
 * The use cases of registering: a person asks for a code, and becomes a member with it. The one place where the order of
 * the rooms captcha, limit, verification, sms and member is readable.
 */
package dev.dianpu.registration;
