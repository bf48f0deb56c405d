package dev.dianpu.catalog;

/** What is said of goods in an attribute of their type. */
public record Trait(String name, String value) {}
