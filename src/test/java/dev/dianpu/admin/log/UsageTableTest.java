package dev.dianpu.admin.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owner opens these files in Excel: no row may be lost, no character broken, and nothing in a cell may run. */
class UsageTableTest {

  @TempDir Path folder;

  private static String csv(List<Object> cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (UsageTable table = new UsageCsv(out)) {
      table.row(cells);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private Map<String, String> xlsx(int rows, int largest, List<Object> cells) throws IOException {
    Path book = folder.resolve("book.xlsx");
    try (UsageTable table = new UsageSheet(Files.newOutputStream(book), "用量", largest)) {
      for (int i = 0; i < rows; i++) {
        table.row(cells);
      }
    }
    Map<String, String> files = new TreeMap<>();
    try (ZipFile zip = new ZipFile(book.toFile())) {
      for (ZipEntry file : zip.stream().toList()) {
        files.put(file.getName(), new String(zip.getInputStream(file).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }

  @Test
  void csvBeginsWithTheMarkByWhichExcelKnowsUtf8() throws IOException {
    assertThat(csv(List.of(1L, "创信 😀", new BigDecimal("0.045")))).isEqualTo("\uFEFF1,创信 😀,0.045\r\n");
  }

  @Test
  void whatCsvWouldTakeForItsOwnIsQuoted() throws IOException {
    assertThat(csv(List.of("a,b", "say \"x\"", "two\nlines", ""))).isEqualTo(
        "\uFEFF\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\r\n");
  }

  @Test
  void noCellOfCsvIsAFormula() throws IOException {
    assertThat(csv(List.of("=1+1", "+1", "-1", "@x", "\tx", "=a,b", "a=b", -1)))
        .isEqualTo("\uFEFF'=1+1,'+1,'-1,'@x,'\tx,\"'=a,b\",a=b,-1\r\n");
  }

  @Test
  void xlsxHoldsEveryRowAndGoesOnOnTheNextSheet() throws IOException {
    Map<String, String> files = xlsx(2_500, 1_000, List.of(7L, "=HYPERLINK(\"x\")", new BigDecimal("0.045")));

    assertThat(files).containsKeys("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml");
    assertThat(count(files.get("xl/worksheets/sheet1.xml"), "<row ")).isEqualTo(1_000);
    assertThat(count(files.get("xl/worksheets/sheet3.xml"), "<row ")).isEqualTo(500);
    assertThat(files.get("xl/worksheets/sheet1.xml")).contains("<v>0.045</v>", "t=\"inlineStr\"").doesNotContain("<f>");
  }

  @Test
  void xlsxDoesNotKeepWhatItWrote() throws IOException {
    long[] written = new long[1];
    OutputStream counting = new OutputStream() {
      @Override
      public void write(int b) {
        written[0]++;
      }

      @Override
      public void write(byte[] bytes, int from, int count) {
        written[0] += count;
      }
    };
    try (UsageTable table = new UsageSheet(counting, "用量", UsageSheet.LARGEST)) {
      long half = 0;
      for (int i = 0; i < 100_000; i++) {
        table.row(List.of((long) i * 7_919, "2026-11-25 10:00:" + i, "创信", i));
        half = i == 50_000 ? written[0] : half;
      }
      assertThat(half).as("bytes written after half of the rows").isGreaterThan(100_000);
    }
  }
}
