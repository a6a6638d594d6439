package countersign.profile;

import countersign.request.FileDetail.Detail;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a CSV record into cells, exactly as RFC 4180 says: a quote is only around a whole cell or
 * doubled inside it. For one record.
 */
final class CsvRecord {
  private static final char QUOTE = '"';
  private final String record;
  private final List<String> cells = new ArrayList<>();
  private int at;

  private CsvRecord(String record) {
    this.record = record;
  }

  /**
   * Splits a record.
   *
   * @param record text without its line end
   * @throws LineFault if a quote is in an unquoted cell, or a quoted cell is not closed or goes on
   *     after its closing quote
   */
  static List<String> of(String record) throws LineFault {
    CsvRecord split = new CsvRecord(record);
    split.cell();
    while (split.at < record.length()) {
      split.at++; // the comma at which the cell before ended
      split.cell();
    }
    return split.cells;
  }

  private void cell() throws LineFault {
    cells.add(at < record.length() && record.charAt(at) == QUOTE ? quoted() : unquoted());
    if (at < record.length() && record.charAt(at) != ',') {
      throw notCsv("remove what comes after the closing quote of a cell.");
    }
  }

  /** The published detail is JSON; the cure says what is wrong with a CSV row. */
  static LineFault notCsv(String cure) {
    return new LineFault(
        Detail.JSON, null, "The line is not a CSV row of the published form: " + cure);
  }

  private String unquoted() throws LineFault {
    int comma = record.indexOf(',', at);
    String cell = record.substring(at, comma < 0 ? record.length() : comma);
    if (cell.indexOf(QUOTE) >= 0) {
      throw notCsv("put quotes around the whole cell, and double a quote inside it.");
    }
    at += cell.length();
    return cell;
  }

  private String quoted() throws LineFault {
    StringBuilder cell = new StringBuilder();
    at++;
    while (at < record.length()) {
      char c = record.charAt(at++);
      if (c != QUOTE) {
        cell.append(c);
      } else if (at < record.length() && record.charAt(at) == QUOTE) {
        cell.append(QUOTE);
        at++;
      } else {
        return cell.toString();
      }
    }
    throw notCsv("close the quote that begins a cell.");
  }
}
