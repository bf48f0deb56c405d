/** Themes: which folders on disk stand before the built-in theme. */
package dev.dianpu.theme;
