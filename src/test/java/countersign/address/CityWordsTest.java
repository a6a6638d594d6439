package countersign.address;

import static countersign.request.ReasonCode.R203_ADDRESS_INCOMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The words that name no city, and their publication. */
@Proves({"R24", "R25"})
class CityWordsTest {
  private final AddressSufficiency judge = new AddressSufficiency(Set.of());

  @Test
  void every_word_that_names_no_city_is_published() throws IOException {
    String page = Files.readString(Path.of("docs/exchange.md"));
    int from = page.indexOf("or of these: CITY");
    List<String> published =
        List.of(page.substring(from, page.indexOf("(but Village")).split("\\s+"));
    assertThat(published).containsAll(CityCheck.EMPTY);
    for (String word : CityCheck.EMPTY) {
      List<ReasonCode> codes = judge.judge(new Address("412 N Oak St", null, word, "IL", "60601"));
      boolean city = word.equals("VILLAGE") || word.equals("PUEBLO");
      assertThat(codes).as(word).isEqualTo(city ? List.of() : List.of(R203_ADDRESS_INCOMPLETE));
    }
  }
}
