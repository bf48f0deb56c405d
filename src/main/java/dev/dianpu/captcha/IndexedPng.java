package dev.dianpu.captcha;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture of two colours and the shades between them as a PNG of 16 palette entries, four bits per pixel. For
 * so small a picture the JDK's writer spends most of its time on metadata.
 */
final class IndexedPng {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int SHADES = 16;
  private static final int CHUNK_OVERHEAD = 12;
  private static final int HEADER_BYTES = 13;

  private IndexedPng() {}

  /**
   * The PNG.
   *
   * @param picture of {@link BufferedImage#TYPE_INT_RGB}; only its green is looked at
   * @param dark colour (0xRRGGBB) that stands for green 0
   * @param light colour that stands for green 255
   */
  static byte[] encode(BufferedImage picture, int dark, int light) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    byte[] rows = rows(((DataBufferInt) picture.getRaster().getDataBuffer()).getData(), width, height);
    byte[] packed = new byte[rows.length + 64];
    int length = deflate(rows, packed);
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).putInt(width).putInt(height)
        .put(new byte[] {4, 3, 0, 0, 0});
    ByteBuffer out = ByteBuffer.allocate(
        SIGNATURE.length + 4 * CHUNK_OVERHEAD + HEADER_BYTES + 3 * SHADES + length).put(SIGNATURE);
    chunk(out, "IHDR", header.array(), HEADER_BYTES);
    chunk(out, "PLTE", palette(dark, light), 3 * SHADES);
    chunk(out, "IDAT", packed, length);
    chunk(out, "IEND", packed, 0);
    return out.array();
  }

  /** Per row a filter byte (none), then two pixels per byte. */
  private static byte[] rows(int[] pixels, int width, int height) {
    int stride = 1 + (width + 1) / 2;
    byte[] rows = new byte[stride * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int shade = (pixels[y * width + x] >> 12) & 0xf;
        rows[y * stride + 1 + x / 2] |= (byte) (x % 2 == 0 ? shade << 4 : shade);
      }
    }
    return rows;
  }

  private static int deflate(byte[] rows, byte[] packed) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(rows);
      deflater.finish();
      return deflater.deflate(packed);
    } finally {
      deflater.end();
    }
  }

  private static byte[] palette(int dark, int light) {
    byte[] palette = new byte[3 * SHADES];
    for (int shade = 0; shade < SHADES; shade++) {
      for (int part = 0; part < 3; part++) {
        int low = dark >> (16 - 8 * part) & 0xff;
        int high = light >> (16 - 8 * part) & 0xff;
        palette[3 * shade + part] = (byte) (low + (high - low) * shade / (SHADES - 1));
      }
    }
    return palette;
  }

  private static void chunk(ByteBuffer out, String type, byte[] data, int length) {
    out.putInt(length);
    int start = out.position();
    for (char letter : type.toCharArray()) {
      out.put((byte) letter);
    }
    out.put(data, 0, length);
    CRC32 sum = new CRC32();
    sum.update(out.array(), start, 4 + length);
    out.putInt((int) sum.getValue());
  }
}
