/**
 * What tests stand on: a real database ({@link dev.dianpu.system.TestDatabase}), tests that run inside the container
 * ({@link dev.dianpu.system.InContainer}), and the whole shop as its visitors see it
 * ({@link dev.dianpu.system.ShopUnderTest}, {@link dev.dianpu.system.Browser}). Each is started once per JVM. The tests
 * of this package know the shop by HTTP only.
 */
package dev.dianpu.system;
