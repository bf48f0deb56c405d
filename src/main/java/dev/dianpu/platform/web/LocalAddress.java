package dev.dianpu.platform.web;

import java.net.URI;

/** Where a person is sent back to: only ever a path of this shop, so that nobody is led away by a link. */
public final class LocalAddress {

  private LocalAddress() {}

  /** The path, or {@code /} when it is none of this shop. */
  public static URI orHome(String back) {
    return URI.create(back != null && back.matches("/(?!/)(?:[A-Za-z0-9/_.~?=&-]|%[0-9A-Fa-f]{2}){0,500}") ? back : "/");
  }
}
