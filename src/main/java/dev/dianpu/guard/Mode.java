package dev.dianpu.guard;

/** Whether a step is taken. */
public enum Mode { OFF, RECORD, ENFORCE }
