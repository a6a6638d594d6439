package countersign.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.check.ConfigurationCheck;
import countersign.configuration.AdoptedSerial;
import countersign.configuration.ConfigurationFixtures;
import countersign.configuration.SerialRecord;
import countersign.ledger.LedgerFixtures;
import countersign.lifecycle.LifecycleFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A signed document that was replaced never comes back, whatever else is old. */
class RolledBackIT {
  private static final String OFFICERS = "registers/officers.yaml";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T14:00:00Z"), ZoneOffset.UTC);
  @TempDir Path directory;
  @TempDir Path state;
  private DataSource database = TestDatabase.fresh();
  private ConfigurationFixtures world;

  @BeforeEach
  void the_second_version_of_a_register_is_in_force() throws IOException {
    world = ConfigurationFixtures.signed(directory);
    starts();
    version(2);
    starts();
  }

  private void version(int serial) throws IOException {
    String text = Files.readString(directory.resolve(OFFICERS));
    world.write(OFFICERS, text.replaceFirst("serial: \\d+", "serial: " + serial));
    world.sign(OFFICERS, "ada", "bob");
  }

  @Test
  void one_document_with_an_older_serial_is_refused_and_the_ledger_names_it() throws IOException {
    version(1);

    assertRefused("OLDER_SERIAL  registers/officers.yaml · serial · expected 2 or later, found 1");
    assertThat(
            JdbcClient.create(database)
                .sql("select convert_from(bytes, 'UTF8') from event where verb = 'refuse'")
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .contains("OLDER_SERIAL", OFFICERS);
  }

  @Test
  void other_bytes_with_the_serial_in_force_are_refused() throws IOException {
    world.edit(OFFICERS, "Robin Sample", "Robin Other");
    world.sign(OFFICERS, "ada", "bob");

    assertRefused("SERIAL_USED_TWICE  registers/officers.yaml · serial");
  }

  @Test
  void a_row_without_its_event_in_the_ledger_prevents_no_start() {
    JdbcClient.create(database)
        .sql("insert into adoption (document, serial, sha256, at) values (?, 99, ?, now())")
        .params(OFFICERS, "a".repeat(64))
        .update();

    starts();

    assertThat(adopting(false).objections(world.configuration())).isEmpty();
  }

  @Test
  void a_document_that_went_away_comes_back_only_with_its_newest_serial() throws IOException {
    world.delete(OFFICERS + ".1.asc");
    starts();
    version(1);
    assertRefused("OLDER_SERIAL  registers/officers.yaml");

    version(3);
    starts();
  }

  @Test
  void an_old_database_together_with_an_old_folder_is_refused() throws IOException {
    database = TestDatabase.fresh();
    world = ConfigurationFixtures.signed(directory);

    assertRefused("OLDER_SERIAL  registers/officers.yaml");
    assertThat(check().problems()).hasSize(1);
  }

  @Test
  void a_deleted_record_is_refused_until_a_person_makes_a_new_one() throws IOException {
    Files.delete(SerialRecord.in(state).file());

    assertRefused("SERIALS_LOST  " + SerialRecord.in(state).file());

    adopting(true).adopt(world.configuration());
    assertThat(SerialRecord.in(state).read())
        .contains(
            new AdoptedSerial(OFFICERS, 1, sha256(1)), new AdoptedSerial(OFFICERS, 2, sha256(2)));
    starts();
  }

  @Test
  void a_deleted_record_does_not_help_an_older_document() throws IOException {
    Files.delete(SerialRecord.in(state).file());
    version(1);

    assertThatThrownBy(() -> adopting(true).adopt(world.configuration()))
        .hasMessageContaining("OLDER_SERIAL  registers/officers.yaml");
  }

  @Test
  void a_line_that_the_gateway_did_not_write_is_refused() throws IOException {
    Path file = SerialRecord.in(state).file();
    Files.writeString(file, Files.readString(file).replaceFirst(" 1 ", " one "));

    assertThatThrownBy(this::starts).hasMessageStartingWith("SERIALS_LOST  " + file + " · line 1");
  }

  @Test
  void an_older_copy_of_the_record_does_not_help_an_older_document() throws IOException {
    Path file = SerialRecord.in(state).file();
    Files.write(
        file,
        Files.readAllLines(file).stream()
            .filter(line -> !line.matches("\\S+ 2 \\S+ " + OFFICERS))
            .toList());
    assertThat(SerialRecord.in(state).read()).noneMatch(one -> one.serial() == 2);
    version(1);

    assertRefused("OLDER_SERIAL  registers/officers.yaml");
  }

  @Test
  void a_record_whose_serial_or_hash_was_changed_lets_nothing_else_in() throws IOException {
    Path file = SerialRecord.in(state).file();
    String right = Files.readString(file);
    String version = " 2 ([0-9a-f]{64} " + OFFICERS + ")";

    Files.writeString(file, right.replaceFirst(version, " 9 $1"));
    assertRefused("OLDER_SERIAL  registers/officers.yaml · serial · expected 9 or later, found 2");

    world.edit(OFFICERS, "Robin Sample", "Robin Other");
    world.sign(OFFICERS, "ada", "bob");
    Files.writeString(
        file,
        right.replaceFirst(" 2 [0-9a-f]{64} " + OFFICERS, " 2 " + "0".repeat(64) + " " + OFFICERS));
    assertRefused("SERIAL_USED_TWICE  registers/officers.yaml");
  }

  @Test
  void a_version_of_the_signatories_that_went_away_is_refused() throws IOException {
    world.signatories(2, "ada", "bob", "cyd");
    world.sign(ConfigurationFixtures.versionFile(2), "ada", "bob");
    starts();
    world.delete(ConfigurationFixtures.versionFile(2));

    assertRefused("OLDER_SERIAL  signatories/signatories-2.yaml · expected version 2");
  }

  @Test
  void check_says_what_a_start_says() throws IOException {
    assertThat(check().passes()).isTrue();
    version(1);

    assertThat(check().problems())
        .singleElement()
        .asString()
        .startsWith(
            "OLDER_SERIAL  registers/officers.yaml · serial · expected 2 or later, found 1");
  }

  private ConfigurationCheck check() throws IOException {
    return ConfigurationCheck.of(
        directory,
        ConfigurationFixtures.TRUST,
        countersign.configuration.KeyCheck.NONE,
        SerialRecord.in(state).read(),
        CLOCK.instant());
  }

  private String sha256(int serial) {
    return JdbcClient.create(database)
        .sql("select sha256 from adoption where document = ? and serial = ?")
        .params(List.of(OFFICERS, serial))
        .query(String.class)
        .single();
  }

  private void starts() {
    adopting(false).adopt(world.configuration());
  }

  private DocumentAdoption adopting(boolean newRecord) {
    JdbcAdoptions adoptions =
        new JdbcAdoptions(
            JdbcClient.create(database),
            LifecycleFixtures.lifecycleOn(database, CLOCK),
            LifecycleFixtures.stopsLockOn(database),
            LedgerFixtures.readerOn(database));
    return new DocumentAdoption(adoptions, SerialRecord.in(state), newRecord, CLOCK);
  }

  private void assertRefused(String sentence) {
    assertThatThrownBy(this::starts)
        .isInstanceOf(DocumentAdoption.Refused.class)
        .hasMessageStartingWith(sentence);
  }
}
