package countersign.reviewdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.testkit.SettableClock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts of forms that were not sent yet. */
class JdbcKeptTextsIT {
  private final DataSource database = TestDatabase.fresh();
  private final SettableClock clock = new SettableClock();
  private final KeptTexts texts = new JdbcKeptTexts(JdbcClient.create(database), clock);

  @Test
  void a_text_is_its_authors_and_goes_with_the_form() {
    texts.keep("/files/A/take", "carla", "first");
    texts.refused("/files/A/take", "carla", "second");
    texts.keep("/files/A/refuse", "celia", "hers");
    texts.refused("/files/../x", "carla", "no form");
    texts.refused("/files/A/judge", "carla", "a\u0000b");

    assertThat(texts.below("/files/A/", "carla")).isEqualTo(Map.of("take", "second"));
    assertThat(texts.below("/files/A/", "celia")).isEqualTo(Map.of("refuse", "hers"));
    assertThat(texts.below("/stops", "carla")).isEmpty();

    texts.accepted("/files/A/take", "carla");
    assertThat(texts.below("/files/A/", "carla")).isEmpty();
  }

  @Test
  void old_texts_and_all_but_the_newest_50_are_removed() {
    texts.keep("/stops/1/lift", "celia", "old");
    for (int i = 0; i < 55; i++) {
      clock.passes(Duration.ofMinutes(1));
      texts.keep("/stops/%d/lift".formatted(i), "carla", "text");
    }
    assertThat(texts.below("/stops/", "carla")).hasSize(50).doesNotContainKey("4/lift");
    assertThat(texts.below("/stops/", "celia")).hasSize(1);
    clock.passes(Duration.ofDays(8));
    texts.keep("/stops", "carla", "new");
    assertThat(texts.below("/stops/", "celia")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "files/A", "/accounts", "/files/A//B", "/files/a b", "/stops//x"})
  void only_the_forms_of_files_and_stops_are_kept(String form) {
    assertThatThrownBy(() -> texts.keep(form, "carla", "text"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
