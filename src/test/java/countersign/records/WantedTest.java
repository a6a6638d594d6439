package countersign.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A source that switches over the keys knows every one of them. */
class WantedTest {
  @Test
  void every_sort_of_search_has_a_key_of_its_own() {
    List<LookupKey> all =
        List.of(
            new LookupKey.ByTin("900400001"),
            new LookupKey.ByBirthDateAndZip(LocalDate.EPOCH, "78701"));

    assertThat(all).extracting(LookupKey::key).containsExactly(LookupKey.Key.values());
    assertThat(all)
        .extracting(Object::getClass)
        .hasSameElementsAs(List.of(LookupKey.class.getPermittedSubclasses()));
  }
}
