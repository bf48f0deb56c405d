package dev.dianpu.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes a {@link Page} as HTML. */
@Provider
@Produces(MediaType.WILDCARD)
public class PageWriter implements MessageBodyWriter<Page> {

  @Inject PageRenderer renderer;

  @Context HttpServletRequest request;

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return Page.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(Page page, Class<?> type, Type generic, Annotation[] annotations, MediaType media,
      MultivaluedMap<String, Object> headers, OutputStream out) throws IOException {
    headers.putSingle("Content-Type", PageRenderer.HTML);
    headers.putSingle("Cache-Control", "no-store");
    renderer.fill(renderer.render(page, request), request, out);
  }
}
