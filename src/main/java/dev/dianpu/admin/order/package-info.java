/** Orders in the admin: found, and moved on step by step. */
package dev.dianpu.admin.order;
