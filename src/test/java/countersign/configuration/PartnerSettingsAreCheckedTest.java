package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a partner's document says about polls, folders and limits is possible, or check says why.
 */
class PartnerSettingsAreCheckedTest {
  private static final String DOCUMENT = "partners/dhs-ice.yaml";
  @TempDir Path directory;
  private ConfigurationFixtures world;

  @BeforeEach
  void prepare_a_valid_configuration() throws IOException {
    world = ConfigurationFixtures.signed(directory);
  }

  private void adds(String lines) throws IOException {
    world.edit(DOCUMENT, "agencyKeys:", lines + "\nagencyKeys:");
  }

  @Test
  void every_setting_may_be_given() throws IOException {
    world.write("passphrase", "correct horse");
    adds(
        """
        privateKeyPassphrase: { file: passphrase }
        poll: { cron: "0 */10 6-18 * * MON-FRI", from: "06:00", until: "20:00", days: [MON, FRI], timeZone: America/New_York }
        folders: { inbox: to-irs, outbox: from-irs/new, archive: done, rejected: bad }
        limits: { maxSealedBytes: 1073741824, maxBytesPerSecond: 1048576 }\
        """);

    assertThat(world.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "poll: { cron: '*/10 6-18 * * MON-FRI' } | poll.cron · expected six fields, such as 0 */10 6-18 * * MON-FRI, found '*/10 6-18 * * MON-FRI'",
        "poll: { cron: 0 0 25 * * * } | poll.cron · expected second, minute, hour, day, month and day of the week, such as 0 */10 6-18 * * MON-FRI, found '0 0 25 * * *'",
        "poll: { cron: 0 0 0 1 1 * } | poll.cron · expected a poll at least once a week, found '0 0 0 1 1 *'",
        "folders: { rejected: f g } | folders.rejected · expected The folder of rejected files, relative to the folder of the login: up to six folder names with / between them, without blanks and without / at the beginning, such as exchange/inbox, found 'f g'",
        "poll: { cron: 0 0 6 * * *, delayMillis: 500 } | poll.cron · expected either cron or delayMillis, found both",
        "poll: { from: '06:00' } | poll.from · expected a time together with poll.until, found one alone",
        "poll: { from: '06:00', until: '06:00' } | poll.until · expected another time than poll.from, found 06:00",
        "poll: { days: [MON], timeZone: America/Newyork } | poll.timeZone · expected a time zone such as America/New_York, found America/Newyork",
        "poll: { days: [MONDAY] } | poll.days[0] · expected one of MON, TUE, WED, THU, FRI, SAT, SUN (A day of the week), found 'MONDAY'",
        "folders: { archive: outbox } | folders.archive · expected four folders of different names, found outbox twice",
        "limits: { maxBytesPerSecond: 10 } | limits.maxBytesPerSecond · expected a number from 65536 to 1099511627776",
        "poll: { every: 5 } | poll.every · expected one of cron, days, delayMillis, from, timeZone, until",
        "privateKeyPassphrase: secret | privateKeyPassphrase · expected keys and values"
      })
  void a_wrong_value_says_what_is_expected(String line, String said) throws IOException {
    adds(line.strip());

    assertThat(world.problems())
        .extracting(Problem::toString)
        .anyMatch(text -> text.contains(DOCUMENT + " · " + said.strip()));
  }

  @Test
  void two_partners_do_not_share_an_inbox() throws IOException {
    world.write(
        "partners/dhs-hsi.yaml",
        Files.readString(directory.resolve(DOCUMENT))
            .replace("id: dhs-ice", "id: dhs-hsi")
            .replace("agency: DHS-ICE", "agency: DHS-HSI"));

    assertThat(world.problems())
        .extracting(Problem::toString)
        .anyMatch(
            text ->
                text.contains("DUPLICATE  partners/dhs-ice.yaml · host")
                    && text.contains("the first is partners/dhs-hsi.yaml"));
  }
}
