package countersign.intake;

import static countersign.request.ReasonCode.F115_UNCURED_RESUBMISSION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.testkit.Asking;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks again about the people of a refused file says which file it was and what changed.
 */
@Proves("R20")
class JdbcResubmissionIT {
  private static final String FIRST = "DHS-ICE_T_20261124_0001";
  private static final String SECOND = "DHS-ICE_T_20261124_0002";
  private static final String THIRD = "DHS-ICE_T_20261124_0003";
  private final World world = new World();
  private final IntakePart intake = world.intake();

  /** Ten subjects, so many of them those of a file of ten that begins with number 1. */
  private static RequestFile repeating(String id, int shared) {
    RequestFile file = RequestFile.named(id);
    for (int i = 1; i <= 10; i++) {
      file.add(Asking.about(i <= shared ? i : 100 + i).as(i).line());
    }
    return file;
  }

  private static RequestFile cites(RequestFile file, String refused) {
    return file.header(
        line ->
            line.substring(0, line.length() - 1)
                + ",\"resubmissionOf\":{\"fileId\":\"%s\",\"statement\":\"Another requester.\"}}"
                    .formatted(refused));
  }

  private static RequestFile cured(RequestFile file, int count) {
    for (int i = 1; i <= count; i++) {
      file.change(
          i, line -> line.substring(0, line.length() - 1) + ",\"cured\":\"The requester\"}");
    }
    return file;
  }

  private FileId refusedInStageFour() {
    FileId id =
        intake.arrives(
            repeating(FIRST, 10).header(line -> line.replace("\"TEST\"", "\"PRODUCTION\"")));
    assertThat(world.state(id)).isEqualTo("REFUSED");
    return id;
  }

  @Test
  void a_fifth_of_the_subjects_of_a_refused_file_refuses_the_file() {
    refusedInStageFour();

    FileId id = intake.arrives(repeating(SECOND, 2));

    world.assertThatFile(id).isRefusedWith(F115_UNCURED_RESUBMISSION);
    assertThat(
            world.list("select distinct codes::text from request_status where file_id = ?", SECOND))
        .containsExactly("{}");
  }

  @Test
  void a_file_with_less_than_a_fifth_of_the_earlier_requests_is_no_resubmission() {
    refusedInStageFour();

    assertThat(world.codes(intake.arrives(repeating(SECOND, 1)))).isEmpty();
  }

  @Test
  void a_resubmission_that_cites_the_file_and_says_what_was_cured_is_judged() {
    refusedInStageFour();

    FileId id = intake.arrives(cured(cites(repeating(SECOND, 2), FIRST), 2));

    assertThat(world.codes(id)).isEmpty();
    world.assertThatFile(id).isTaken();
  }

  @Test
  void one_request_that_says_nothing_is_enough_to_refuse() {
    refusedInStageFour();

    assertThat(world.codes(intake.arrives(cured(cites(repeating(SECOND, 2), FIRST), 1))))
        .containsExactly("F115_UNCURED_RESUBMISSION");
  }

  @Test
  void only_a_refused_file_can_be_cited() {
    refusedInStageFour();
    FileId taken = intake.arrives(repeating(SECOND, 0));
    world.assertThatFile(taken).isTaken();

    for (String cited : List.of(SECOND, THIRD, "DHS-ICE_T_20261124_0009")) {
      String id = "DHS-ICE_T_20261124_%04d".formatted(10 + cited.charAt(cited.length() - 1) - '0');
      FileId file = intake.arrives(cured(cites(repeating(id, 2), cited), 2));
      assertThat(world.codes(file)).containsExactly("F109_SCHEMA");
      assertThat(world.details(file)).containsExactly("HEADER 1");
    }
  }

  @Test
  void a_resubmission_refused_for_something_else_is_cured_by_citing_either() {
    refusedInStageFour();
    FileId second =
        intake.arrives(
            cured(cites(repeating(SECOND, 10), FIRST), 10)
                .header(line -> line.replace("\"TEST\"", "\"PRODUCTION\"")));
    assertThat(world.codes(second)).containsExactly("F110_TEST_IN_PROD");

    assertThat(world.codes(intake.arrives(cured(cites(repeating(THIRD, 10), SECOND), 10))))
        .isEmpty();
  }

  @Test
  void who_stood_in_a_file_that_stage_three_refused_is_remembered_and_nothing_else() {
    FileId id =
        intake.arrives(
            repeating(FIRST, 10)
                .change(
                    5, line -> line.replace("\"purpose\"", "\"fingerprint\":\"1\",\"purpose\"")));
    assertThat(world.codes(id)).containsExactly("F109_SCHEMA");
    assertThat(world.count("select count(*) from refused_subject where file_id = ?", FIRST))
        .isEqualTo(10);
    assertThat(world.count("select count(*) from request")).isZero();

    assertThat(world.codes(intake.arrives(repeating(SECOND, 2))))
        .containsExactly("F115_UNCURED_RESUBMISSION");
  }

  @Test
  void a_csv_file_without_its_header_is_remembered_too() {
    String csv = new String(CsvFile.of(repeating(FIRST, 10).bytes(), "\r\n"), UTF_8);
    String headless = csv.substring(csv.indexOf("\r\n") + 2);
    FileId id =
        intake.arrives(
            FIRST + ".req.csv.pgp", intake.sealed(headless.getBytes(UTF_8), world.keys().head()));
    assertThat(world.codes(id)).containsExactly("F108_HEADER_TRAILER_MISSING", "F109_SCHEMA");

    assertThat(world.codes(intake.arrives(repeating(SECOND, 2))))
        .containsExactly("F115_UNCURED_RESUBMISSION");
  }

  @Test
  void nobody_is_remembered_of_a_file_whose_envelope_is_refused() {
    RequestFile file = repeating(FIRST, 10);
    FileId id = intake.arrives(file.name(), intake.sealed(file.bytes(), world.keys().stranger()));
    assertThat(world.codes(id)).containsExactly("F102_SIGNATURE_INVALID");

    assertThat(world.codes(intake.arrives(repeating(SECOND, 10)))).isEmpty();
  }

  @Test
  void a_file_that_a_person_refused_is_a_refused_file() {
    FileId third = intake.arrives(repeating(THIRD, 10));
    intake.heldFiles().deny(third, ReasonCode.A112_HOLD_REFUSED, Actor.person("clerk"), "Asked to");
    intake.arrives(
        RequestFile.named(FIRST).requests(1).change(1, line -> Asking.about(900).line()));

    assertThat(world.codes(intake.arrives(repeating(SECOND, 2))))
        .containsExactly("F115_UNCURED_RESUBMISSION");
  }

  @Test
  void a_refusal_of_more_than_a_year_ago_is_forgotten() {
    refusedInStageFour();
    world.passes(Duration.ofDays(365));
    assertThat(world.codes(intake.arrives(repeating(SECOND, 2))))
        .containsExactly("F115_UNCURED_RESUBMISSION");
    world.passes(Duration.ofSeconds(1));

    assertThat(world.codes(intake.arrives(cured(cites(repeating(THIRD, 2), SECOND), 10))))
        .isEmpty();
  }
}
