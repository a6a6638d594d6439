package countersign.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.request.Unavailable;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record source as a read-only view. */
class JdbcFindAddressesIT {
  private final DataSource database = TestDatabase.empty();
  private final JdbcFindAddresses source = new JdbcFindAddresses(database);

  @Test
  void all_rows_for_the_keys_are_found_in_one_query() {
    people();

    assertThat(source.find(List.of(new LookupKey.ByTin("900400001"))))
        .extracting(FoundRecord::period)
        .containsExactlyInAnyOrder("2022", "2024");
    assertThat(
            source.find(
                List.of(new LookupKey.ByBirthDateAndZip(LocalDate.parse("1984-03-11"), "78701"))))
        .as("every address of each person with an address in that ZIP area")
        .extracting(FoundRecord::period)
        .containsExactlyInAnyOrder("2022", "2024");
    assertThat(
            source.find(
                List.of(
                    new LookupKey.ByTin("900400002"),
                    new LookupKey.ByBirthDateAndZip(LocalDate.parse("1984-03-11"), "78701"))))
        .hasSize(3);
    assertThat(source.find(List.of(new LookupKey.ByTin("900409999")))).isEmpty();
  }

  @Test
  void a_missing_view_is_unavailable_and_the_message_has_no_personal_data() {
    assertThatThrownBy(() -> source.find(List.of(new LookupKey.ByTin("900400001"))))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("RECORDS_DOWN")
        .hasMessageContaining("(DATABASE 42P01)")
        .hasMessageNotContaining("Exception")
        .hasMessageNotContaining("900400001")
        .hasNoCause();
  }

  private void people() {
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql("create schema records").update();
    jdbc.sql(
            """
            create table records.taxpayer_address (tin text, tin_type text, name_control text, given_name text,
              middle_name text, surname text, suffix text, birth_date date, line1 text, line2 text, city text, state text,
              postal_code text, period int, last_known boolean)
            """)
        .update();
    jdbc.sql(
            """
            insert into records.taxpayer_address values
            ('900400001', 'ITIN', 'GARC', 'Maria', null, 'Garcia', null, '1984-03-11', '9 Elm Rd', null, 'Austin', 'TX', '78701-1234', 2022, false),
            ('900400001', 'ITIN', 'GARC', 'Maria', null, 'Garcia', null, '1984-03-11', '1 Oak St', null, 'Dallas', 'TX', '75201', 2024, true),
            ('900400002', 'ITIN', 'LEE', 'Bo', null, 'Lee', null, '1990-01-01', '9 Elm Rd', null, 'Austin', 'TX', '78701', 2024, true)
            """)
        .update();
  }
}
