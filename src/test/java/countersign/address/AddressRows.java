package countersign.address;

import countersign.request.Request.Address;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** The rows of the labelled address files under {@code src/test/resources/addresses}. */
final class AddressRows {
  private static final Path REPORTS = Path.of("target", "addresses");

  /**
   * A labelled row.
   *
   * @param line the line of the file, as an editor counts it
   * @param cells the group first, then the columns of the file
   */
  record Row(int line, List<String> cells) {
    String group() {
      return cells.get(0);
    }

    String expect() {
      return cells.get(cells.size() - 1);
    }

    /** The address whose first cell has this index; an empty cell is a missing field. */
    Address address(int first) {
      return new Address(
          cell(first), cell(first + 1), cell(first + 2), cell(first + 3), cell(first + 4));
    }

    private @Nullable String cell(int index) {
      String text = cells.get(index);
      return text.isEmpty() ? null : text;
    }
  }

  private AddressRows() {}

  static List<Row> read(String name) {
    try (InputStream bytes =
            Objects.requireNonNull(
                AddressRows.class.getResourceAsStream("/addresses/" + name), name);
        MappingIterator<List<String>> lines =
            new CsvMapper()
                .readerForListOf(String.class)
                .with(CsvReadFeature.WRAP_AS_ARRAY)
                .readValues(bytes)) {
      lines.next();
      List<Row> rows = new ArrayList<>();
      while (lines.hasNext()) {
        rows.add(new Row(rows.size() + 2, lines.next()));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void report(String name, List<String> lines) {
    try {
      Files.createDirectories(REPORTS);
      Files.write(REPORTS.resolve(name), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
