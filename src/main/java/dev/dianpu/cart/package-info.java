/**
 * Carts of members and visitors. A cart names variants and numbers of pieces, nothing else: name, price and stock are
 * those of the moment at which it is looked at. A visitor's cart hangs on an opaque cookie and becomes the member's at
 * the login, whatever the way of it.
 */
package dev.dianpu.cart;
