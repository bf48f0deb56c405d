/**
 * Members: registered customers, how they log in and out, and their user centre. User name, e-mail and phone are unique
 * by keys of the database, not by checks before it.
 */
package dev.dianpu.member;
