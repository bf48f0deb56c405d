/**
 * Ways to pay, members' balances, and what payment services told. A balance is the sum of its entries; an entry is booked
 * once, by the unique key of its reason and reference, in the transaction of what it is for.
 */
package dev.dianpu.payment;
