/** The owner's pages of the guard: how hard the gate is now and why, its rules tried on past days, numbers for tests. */
package dev.dianpu.admin.guard;
