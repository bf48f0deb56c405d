package dev.dianpu.admin.log;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as XLSX; what does not fit on a sheet goes on the next. */
final class UsageSheet implements UsageTable {

  /** A sheet holds 1,048,576 rows. */
  static final int LARGEST = 1_000_000;
  private static final int FLUSHED = 500;

  private final Workbook book;
  private final String title;
  private final int largest;
  private Worksheet sheet;
  private int sheets;
  private int rows;

  UsageSheet(OutputStream out, String title) {
    this(out, title, LARGEST);
  }

  UsageSheet(OutputStream out, String title, int largest) {
    this.book = new Workbook(out, "Dianpu", "1.0");
    this.title = title;
    this.largest = largest;
  }

  @Override
  public void row(List<Object> cells) throws IOException {
    if (sheet == null || rows == largest) {
      next();
    }
    for (int column = 0; column < cells.size(); column++) {
      if (cells.get(column) instanceof Number number) {
        sheet.value(rows, column, number);
      } else {
        // In its place: the shared table of texts would grow with every row.
        sheet.inlineString(rows, column, cells.get(column).toString());
      }
    }
    rows++;
    if (rows % FLUSHED == 0) {
      sheet.flush();
    }
  }

  private void next() throws IOException {
    if (sheet != null) {
      sheet.finish();
    }
    sheets++;
    rows = 0;
    sheet = book.newWorksheet(sheets == 1 ? title : title + " " + sheets);
  }

  @Override
  public void close() throws IOException {
    if (sheet != null) {
      sheet.finish();
    }
    book.finish();
  }
}
