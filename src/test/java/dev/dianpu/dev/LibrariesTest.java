package dev.dianpu.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibrariesTest {

  @Test
  void aMissingLibraryIsNamedWithItsDebianPackageAndAnotherWay() {
    String sentence = Libraries.sentence("""
        \tlinux-vdso.so.1 (0x00007ffd)
        \tlibcrypt.so.1 => not found
        \tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f)
        \tlibsystemd.so.0 => not found
        """);

    assertThat(sentence).contains("libcrypt.so.1, libsystemd.so.0", "apt-get install libcrypt1 libsystemd0", "-Ddianpu.db.url");
  }

  @Test
  void nothingIsSaidWhenNothingIsMissing() {
    assertThat(Libraries.sentence("\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f)\n")).isEmpty();
  }
}
