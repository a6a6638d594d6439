package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console shows {@code docs/glossary.md} as its glossary. */
class GlossaryTest {
  private static final Path PAGES = Path.of("src/main/resources/templates/console");
  private static final Pattern HELP = Pattern.compile("help\\(\\$\\{ \\{([^}]*)} }\\)");
  private static final Pattern TERM = Pattern.compile("'([^']+)'");

  @Test
  void the_program_contains_the_glossary_of_the_documents() throws IOException {
    try (var built = Glossary.class.getResourceAsStream("glossary.md")) {
      assertThat(built).isNotNull();
      assertThat(built.readAllBytes())
          .isEqualTo(Files.readAllBytes(Path.of("docs", "glossary.md")));
    }
  }

  @Test
  void every_entry_is_one_to_three_plain_sentences_in_alphabetical_order() {
    List<Glossary.Entry> entries = Glossary.entries();
    assertThat(entries).extracting(Glossary.Entry::term).isSorted().doesNotHaveDuplicates();
    assertThat(entries)
        .allSatisfy(
            entry -> {
              assertThat(entry.meaning()).as(entry.term()).doesNotContain("`", "*", "[", "](");
              assertThat(entry.meaning().split("\\. ", -1)).as(entry.term()).hasSizeBetween(1, 3);
            });
  }

  @Test
  void the_products_own_terms_are_explained() {
    assertThat(Glossary.entries())
        .extracting(Glossary.Entry::term)
        .contains("seal", "endorse", "countersign", "veto", "ledger", "posture", "slice", "group")
        .contains("reviewing floor", "adoption")
        .contains("stop", "hold", "review", "reject", "deny", "acknowledgement", "response")
        .contains("result", "stage", "queue");
  }

  @Test
  void every_help_link_of_a_page_leads_to_an_entry() throws IOException {
    List<String> linked = new ArrayList<>();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.toList()) {
        Matcher help = HELP.matcher(Files.readString(page));
        while (help.find()) {
          TERM.matcher(help.group(1)).results().forEach(term -> linked.add(term.group(1)));
        }
      }
    }
    assertThat(linked)
        .contains("seal", "endorse", "countersign", "veto", "ledger", "posture", "slice", "group")
        .contains("reviewing floor", "adoption", "expire");
    assertThat(Glossary.entries()).extracting(Glossary.Entry::term).containsAll(linked);
  }
}
