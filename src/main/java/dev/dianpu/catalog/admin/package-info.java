/**
 * The owner's side of the catalog: categories, brands, types and attributes, goods with variants and pictures, stock
 * warnings and what ranks save. Nobody imports it. Every change is one transaction with its line in the log and a new
 * version of the catalog.
 */
package dev.dianpu.catalog.admin;
