package dev.dianpu.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import java.io.IOException;

/** A request's body that ends with an exception where it grows beyond its bound: chunked, no header tells its size. */
final class BoundedBody extends ServletInputStream {

  private static final String EXCEEDED = BoundedBody.class.getName();

  private final ServletInputStream body;
  private final ServletRequest request;
  private long left;

  BoundedBody(ServletInputStream body, ServletRequest request, long most) {
    this.body = body;
    this.request = request;
    this.left = most;
  }

  /** Thrown while reading. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Whether a body was cut off, however the exception was wrapped by those who read it. */
  static boolean exceeded(ServletRequest request) {
    return request.getAttribute(EXCEEDED) != null;
  }

  @Override
  public int read() throws IOException {
    int next = body.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int read = body.read(into, from, most);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int read) throws IOException {
    left -= read;
    if (left < 0) {
      request.setAttribute(EXCEEDED, true);
      throw new TooLarge();
    }
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }
}
