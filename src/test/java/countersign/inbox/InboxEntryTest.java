package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.inbox.InboxFailure.Cause;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an entry of an inbox is called here, elsewhere and in a log, whatever its name is. */
class InboxEntryTest {
  private static final String GENERATED = "unpublished-[0-9a-f]{32}";
  private static final String PUBLISHED = "DHS-ICE_T_20261124_0001.req.ndjson.pgp";

  @Test
  void a_published_name_is_kept_everywhere() {
    InboxEntry entry = named(PUBLISHED);
    assertThat(entry.isPublished()).isTrue();
    assertThat(entry.shown()).isEqualTo(PUBLISHED);
    assertThat(entry.wireNameElsewhere()).isEqualTo(PUBLISHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello.txt",
        "list (1).pgp",
        "null",
        "${body}",
        "%s",
        "M\u00fcller \u05d0",
        "RAW(x)"
      })
  void a_wrong_name_that_sftp_carries_keeps_its_name_and_is_shown_as_a_hash(String name) {
    InboxEntry entry = named(name);
    assertThat(
            new String(
                entry.wireNameElsewhere().getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8))
        .isEqualTo(name);
    assertThat(entry.shown()).matches(GENERATED);
    assertThat(entry.toString()).doesNotContain(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "a?",
        "a\\b",
        "a\nb",
        "a\rb",
        "\u0001",
        "\u007f",
        "\u0085",
        "\u202ea",
        "a\u2028b",
        "trailing ",
        " leading",
        "a\u00a0",
        "\ufffd"
      })
  void a_name_that_sftp_cannot_carry_literally_is_moved_under_a_generated_one(String name) {
    assertThat(named(name).wireNameElsewhere()).matches(GENERATED);
  }

  @Test
  void a_long_name_is_moved_under_a_generated_one() {
    assertThat(named("a".repeat(255)).wireNameElsewhere()).matches(GENERATED);
    assertThat(named("\u4e2d".repeat(80)).wireNameElsewhere()).matches(GENERATED);
  }

  @Test
  void names_that_are_not_utf8_stay_apart() {
    InboxEntry one = file("\u00ffname");
    InboxEntry other = file("\u00fename");
    assertThat(one.shown()).isNotEqualTo(other.shown());
    assertThat(one.shown()).isNotEqualTo(named("\u00ffname").shown());
    assertThat(one.wireNameElsewhere()).matches(GENERATED);
  }

  @Test
  void hidden_entries_and_unfinished_uploads_are_ignored() {
    assertThat(named(".hidden").isIgnored()).isTrue();
    assertThat(named(PUBLISHED + ".part").isIgnored()).isTrue();
    assertThat(named(PUBLISHED).isIgnored()).isFalse();
  }

  @Test
  void what_is_no_file_of_the_inbox_has_an_obstacle() {
    assertThat(of("d", 0040755).obstacle()).isEqualTo(Cause.DIRECTORY);
    assertThat(of("l", 0120777).obstacle()).isEqualTo(Cause.LINK);
    assertThat(of("p", 0010644).obstacle()).isEqualTo(Cause.NOT_A_FILE);
    assertThat(of("s", 0140755).obstacle()).isEqualTo(Cause.NOT_A_FILE);
    assertThat(of("../outbox/a", 0100644).obstacle()).isEqualTo(Cause.NAME_IS_A_PATH);
    assertThat(of("", 0100644).obstacle()).isEqualTo(Cause.NAME_IS_A_PATH);
    assertThat(of("f", 0100000).obstacle()).isNull();
  }

  @Test
  void permissions_and_owner_are_part_of_the_print_of_a_file_but_not_of_a_directory() {
    assertThat(of("f", 0100000).print()).isNotEqualTo(of("f", 0100644).print());
    assertThat(of("d", 0040755).print()).isEqualTo(of("d", 0040700).print());
  }

  static InboxEntry named(String name) {
    return file(PartnerFolders.bytesOf(name));
  }

  private static InboxEntry file(String wire) {
    return of(wire, 0100644);
  }

  static InboxEntry of(String wire, int permissions) {
    return InboxEntry.of(wire, 7, 0, permissions, "");
  }
}
