/**
 * What every room stands on: clock, database and its start-up migration, repeated work, keys and sealing, texts, the
 * page writer and cache, the checks that every request passes. It imports nothing of the host; what it needs from upper
 * rooms it declares here as an interface ({@link dev.dianpu.platform.web.TemplateSource},
 * {@link dev.dianpu.platform.AdminLog}, {@link dev.dianpu.platform.CurrentAdmin}).
 */
package dev.dianpu.platform;
