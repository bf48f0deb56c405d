/** The owner's pages of the guard: how hard the gate is now and why, its rules tried on past days, test numbers. */
package dev.dianpu.admin.guard;
