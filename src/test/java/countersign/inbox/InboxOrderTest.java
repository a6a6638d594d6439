package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The option sortBy of a route decides in which order the files of an inbox are received. */
class InboxOrderTest {
  private static final List<InboxEntry> ENTRIES =
      List.of(entry("b", 30, 100), entry("A", 10, 300), entry("a", 20, 100));

  private static InboxEntry entry(String name, long bytes, int modified) {
    return InboxEntry.of(name, bytes, modified, 0100644, "1:1");
  }

  @ParameterizedTest
  @CsvSource({
    ", 'A a b'",
    "file:name, 'A a b'",
    "reverse:file:onlyname, 'b a A'",
    "ignoreCase:file:name;reverse:file:size, 'a A b'",
    "file:modified, 'a b A'",
    "reverse:file:modified;file:size, 'A a b'",
    "file:length, 'A a b'"
  })
  void files_come_in_the_order_that_the_route_names(String sortBy, String names) {
    Stream<String> sorted = ENTRIES.stream().sorted(InboxOrder.of(sortBy)).map(InboxEntry::name);

    assertThat(sorted).containsExactly(names.split(" "));
  }

  @Test
  void another_word_is_refused() {
    assertThatThrownBy(() -> InboxOrder.of("file:colour"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sortBy takes file:name");
  }
}
