/**
 * What clients of gateways share: an HTTP client whose request arrives exactly once, signatures that several gateways
 * use, safe XML, masking. For plugins as well as for the host.
 */
package dev.dianpu.spi.gateway;
