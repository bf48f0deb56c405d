package dev.dianpu.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All pages and the JSON interface, from the root on. */
@ApplicationPath("/")
public class Shop extends Application {}
