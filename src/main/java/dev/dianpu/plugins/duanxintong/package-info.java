/** 短信通: the plugin that turns SMS features on. The source is document 000; what it does is told by its settings. */
package dev.dianpu.plugins.duanxintong;
