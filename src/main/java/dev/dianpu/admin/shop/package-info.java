/**
 * 系统设置: the pages of the settings groups. They are rendered, checked and saved from the groups' description alone, so
 * that a new group needs no page of its own.
 */
package dev.dianpu.admin.shop;
