package countersign.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates are {@code YYYY-MM-DD} of existing days. */
class DatesTest {

  @Test
  void a_day_is_read_after_trimming() {
    assertThat(Dates.of(" 2024-02-29 ")).contains(LocalDate.of(2024, 2, 29));
    assertThat(Dates.of("1900-01-01")).contains(LocalDate.of(1900, 1, 1));
    assertThat(Dates.of("2024-12-31")).contains(LocalDate.of(2024, 12, 31));
    assertThat(Dates.of("0000-01-01")).contains(LocalDate.of(0, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2023-02-29",
        "2024-13-01",
        "2024-00-10",
        "2024-01-00",
        "2024-04-31",
        "2024-1-1",
        "20240101",
        "2024/01/01",
        "01-02-2024",
        "2024-01-01T00:00",
        "２０２４-01-01",
        "-024-01-01"
      })
  void anything_else_is_not_a_date(String written) {
    assertThat(Dates.of(written)).isEmpty();
  }
}
