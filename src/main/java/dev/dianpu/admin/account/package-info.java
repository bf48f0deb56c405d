/**
 * Admin accounts and their login: an opaque cookie for {@code /admin} alone, a growing wait after wrong tries, and the
 * gate that every resource below {@code /admin} stands behind.
 */
package dev.dianpu.admin.account;
