/** The members as the owner sees them: search, detail, freezing, and what new ones are asked. */
package dev.dianpu.admin.member;
