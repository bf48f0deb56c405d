/**
 * What clients of gateways share: an HTTP client whose request arrives exactly once, signatures that several gateways
 * use, masking of what they answer. For plugins as well as for the host.
 *
 * <p>The one place of the plugin contract that uses libraries beyond {@code java..} and {@code jakarta..}: the
 * MicroProfile REST client, Jersey's client and Apache HttpClient. None of their types appears in a public signature,
 * so
 * a plugin never needs them.
 */
package dev.dianpu.spi.gateway;
