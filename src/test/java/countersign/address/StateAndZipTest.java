package countersign.address;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.Request.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R26: state and ZIP exist and match. */
@Proves("R26")
class StateAndZipTest {
  private static final String STATES =
      "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM"
          + " NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS FM GU MH MP PR PW VI"
          + " AA AE AP";

  @ParameterizedTest
  @CsvSource({
    "TX, 78701",
    "tx, 78701",
    "' TX ', ' 78701 '",
    "TX, 78701-1234",
    "NY, 06390",
    "CT, 06389",
    "CT, 06391",
    "MD, 20588",
    "VA, 20598",
    "DC, 20599",
    "TX, 73960",
    "OK, 73961",
    "WY, 83414",
    "ID, 83413",
    "AS, 96799",
    "HI, 96798",
    "NY, 00501",
    "PR, 00601",
    "VI, 00801",
    "PR, 00901",
    "MA, 01001",
    "MA, 05501",
    "VT, 05601",
    "AE, 09001",
    "AA, 34001",
    "AP, 96201",
    "DC, 20001",
    "VA, 20101",
    "DC, 56901",
    "GA, 39901",
    "TX, 73301",
    "TX, 88501",
    "GU, 96910",
    "MP, 96950",
    "PW, 96940",
    "FM, 96941",
    "MH, 96960",
    "AK, 99901",
    "OK, 73401",
    "FL, 34901",
  })
  void a_state_and_a_zip_that_match_are_valid(String state, String zip) {
    assertThat(valid(state, zip)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "IL, 90210",
    "DC, 20588",
    "DC, 20598",
    "OK, 73960",
    "IL, 00000",
    "IL, 99999",
    "IL, 00000-0000",
    "IL, 606011234",
    "IL, 606011-234",
    "IL, 6060--1234",
    "IL, 60601-123A",
    "IL, 6060A",
    "IL, 6060A-1234",
    "IL, 60601-12345",
    "IL, 99999-1234",
    "IL, -0601",
    "IL, 6060",
    "IL, 60601-12",
    "IL, 60601 1234",
    "IL, ６０６０１",
    "Illinois, 60601",
    "ILL, 60601",
    "ıl, 60601",
    "XX, 60601",
    "'', 60601",
    "IL, ''",
    "CT, 06390",
    "ID, 83414",
    "HI, 96799",
    "GU, 96799",
    "TX, 73101",
    "FL, 34301",
    "FL, 34501",
    "FL, 34801",
    "FL, 34001",
    "IL, 00401",
    "CA, 96910",
    "CA, 98701",
    "AK, 98701",
    "NV, 89901",
    "ME, 05501",
    "MN, 56801",
    "DC, 20101",
  })
  void a_state_and_a_zip_that_do_not_match_are_not_valid(String state, String zip) {
    assertThat(valid(state, zip)).isFalse();
  }

  @Test
  void a_missing_part_is_not_valid() {
    assertThat(StateAndZip.valid(null)).isFalse();
    assertThat(valid(null, "78701")).isFalse();
    assertThat(valid("TX", null)).isFalse();
  }

  @Test
  void exactly_62_state_codes_have_a_zip() {
    List<String> zips = new ArrayList<>(List.of("96799"));
    for (int prefix = 0; prefix < 1_000; prefix++) {
      zips.add("%03d00".formatted(prefix));
    }
    Set<String> found = new TreeSet<>();
    for (char one = 'A'; one <= 'Z'; one++) {
      for (char two = 'A'; two <= 'Z'; two++) {
        String state = "" + one + two;
        if (zips.stream().anyMatch(zip -> valid(state, zip))) {
          found.add(state);
        }
      }
    }
    assertThat(found).isEqualTo(new TreeSet<>(Set.of(STATES.split(" "))));
  }

  private static boolean valid(@Nullable String state, @Nullable String zip) {
    return StateAndZip.valid(new Address("1 A St", null, "Anywhere", state, zip));
  }
}
