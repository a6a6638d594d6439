package countersign.intake;

import static countersign.request.ReasonCode.A100_DISCLOSURE_DISABLED;
import static countersign.request.ReasonCode.A112_HOLD_REFUSED;
import static countersign.request.ReasonCode.A113_HOLD_LAPSED;
import static countersign.request.ReasonCode.F105_SEQUENCE_GAP;
import static countersign.request.ReasonCode.F113_LARGE_VOLUME;
import static countersign.request.ReasonCode.F120_NOT_JUDGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.arrival.ReceivedFile;
import countersign.authority.Limits;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is held waits for what held it, and for nothing else. */
@Proves("R14")
class JdbcHeldFileIT {
  private static final String FIRST = "DHS-ICE_T_20261124_0001";
  private static final String SECOND = "DHS-ICE_T_20261124_0002";
  private static final String THIRD = "DHS-ICE_T_20261124_0003";
  private static final Actor CLERK = Actor.person("clerk");
  private final World world = new World();
  private final IntakePart intake = world.intake();

  private FileId arrives(String id) {
    int number = Integer.parseInt(id.substring(id.length() - 4));
    RequestFile file = RequestFile.named(id);
    for (int i = 1; i <= 2; i++) {
      file.add(RequestFile.request(number * 100 + i));
    }
    return intake.arrives(file);
  }

  private String statuses(FileId file) {
    return String.join(", ", world.told(file));
  }

  @Test
  void a_block_holds_the_file_until_it_is_lifted() {
    intake.rules().blocks().add(ReasonCode.A100_DISCLOSURE_DISABLED);
    FileId id = arrives(FIRST);
    world.assertThatFile(id).isHeldFor(A100_DISCLOSURE_DISABLED);
    assertThat(statuses(id)).isEqualTo("HELD{}, HELD{}");
    assertThatThrownBy(() -> intake.heldFiles().take(id, CLERK, "because"))
        .isInstanceOf(Held.class)
        .hasMessageStartingWith("A100_DISCLOSURE_DISABLED");
    intake.heldFiles().rejudge();
    assertThat(world.state(id)).isEqualTo("HELD");

    intake.rules().blocks().clear();
    intake.acknowledged(id);
    intake.heldFiles().rejudge();

    world.assertThatFile(id).isTaken();
    assertThat(statuses(id)).isEqualTo("TAKEN{}, TAKEN{}");
    assertThat(world.list("select id || takes from acknowledgement order by number"))
        .containsExactly(FIRST + ".ack.001false", FIRST + ".ack.002true");
    assertThat(world.count("select count(*) from request_group")).isEqualTo(2);
  }

  @Test
  void later_files_wait_for_a_missing_number_and_are_taken_in_order() {
    FileId second = arrives(SECOND);
    FileId third = arrives(THIRD);
    assertThat(world.state(second)).isEqualTo("HELD");
    assertThat(world.codes(third)).containsExactly("F105_SEQUENCE_GAP");
    long size = world.count("select size_bytes from file where id = ?", SECOND);
    assertThat(intake.inbox().folder(IntakeFixtures.PARTNER, SECOND + ".req.ndjson.pgp", size))
        .contains("archive");

    arrives(FIRST);
    intake.heldFiles().rejudge();

    world.assertThatFile(second).isTaken();
    world.assertThatFile(third).isTaken();
  }

  @Test
  void a_person_who_takes_a_file_in_spite_of_a_gap_uses_the_number_up() {
    FileId third = arrives(THIRD);

    intake.heldFiles().take(third, CLERK, "The agency says there is no second file");
    intake.heldFiles().take(third, CLERK, "clicked twice");

    world.assertThatFile(third).isTaken();
    world.assertThatFile(arrives("DHS-ICE_T_20261124_0004")).isTaken();
    assertThat(world.accounting().entries(third))
        .anyMatch(entry -> entry.json().contains("The agency says there is no second file"))
        .hasSize(3);
    assertThat(world.list("select convert_from(bytes, 'UTF8') from event"))
        .anyMatch(event -> event.contains("\"verb\":\"take\""))
        .noneMatch(event -> event.contains("agency says"));
  }

  @Test
  void a_person_refuses_a_held_file_and_it_stays_where_it_was_moved() {
    FileId third =
        intake.arrives(
            RequestFile.named(THIRD)
                .requests(3)
                .change(1, line -> line.replaceFirst("\"reason\":\"[^\"]*\",", ""))
                .change(3, line -> line.replace("APT 3", "County Jail")));

    intake.heldFiles().deny(third, ReasonCode.A112_HOLD_REFUSED, CLERK, "Asked to");

    world.assertThatFile(third).isRefusedWith(A112_HOLD_REFUSED, F105_SEQUENCE_GAP);
    assertThat(statuses(third))
        .as("only requests with codes of their own keep them")
        .isEqualTo("REFUSED{R211_REASON_MISSING}, REFUSED{}, REFUSED{R215_IN_CUSTODY_REVIEW}");
    assertThat(
            intake
                .inbox()
                .folder(
                    IntakeFixtures.PARTNER,
                    THIRD + ".req.ndjson.pgp",
                    world.count("select size_bytes from file")))
        .contains("archive");
  }

  @Test
  void counsel_refuses_a_held_file_and_it_is_known_for_counsels_refusal() {
    FileId third = arrives(THIRD);

    intake.heldFiles().deny(third, ReasonCode.A110_COUNSEL_REFUSED, CLERK, "Not lawful");

    assertThat(world.codes(third))
        .containsExactly("A110_COUNSEL_REFUSED", "A112_HOLD_REFUSED", "F105_SEQUENCE_GAP");
    assertThat(statuses(third)).isEqualTo("REFUSED{}, REFUSED{}");
  }

  @Test
  void what_nobody_decides_in_time_is_refused_file_or_request() {
    FileId first =
        intake.arrives(
            RequestFile.named(FIRST)
                .requests(2)
                .change(2, line -> line.replace("APT 3", "County Jail")));
    twoAreMany();
    FileId second = intake.arrives(RequestFile.named(SECOND).requests(2));
    intake.acknowledged(first);
    intake.acknowledged(second);
    world.passes(Duration.ofDays(14).minusSeconds(1));
    intake.heldFiles().rejectOverdue();
    assertThat(world.state(second)).isEqualTo("HELD");

    world.passes(Duration.ofSeconds(2));
    intake.heldFiles().rejectOverdue();
    intake.heldFiles().rejectOverdue();

    world.assertThatFile(second).isRefusedWith(A113_HOLD_LAPSED, F113_LARGE_VOLUME);
    assertThat(statuses(first))
        .isEqualTo("TAKEN{}, REFUSED{A113_HOLD_LAPSED,R215_IN_CUSTODY_REVIEW}");
    assertThat(world.list("select id from acknowledgement order by 1"))
        .containsExactly(
            FIRST + ".ack.001", FIRST + ".ack.002", SECOND + ".ack.001", SECOND + ".ack.002");
  }

  @Test
  void a_held_file_whose_requests_were_all_rejected_is_rejected_in_time_too() {
    twoAreMany();
    RequestFile file = RequestFile.named(FIRST).requests(2);
    for (int i = 1; i <= 2; i++) {
      file.change(i, line -> line.replaceFirst("\"reason\":\"[^\"]*\",", ""));
    }
    FileId first = intake.arrives(file);
    assertThat(world.state(first)).isEqualTo("HELD");

    world.passes(Duration.ofDays(14).plusSeconds(1));
    intake.heldFiles().rejectOverdue();

    assertThat(world.codes(first)).containsExactly("A113_HOLD_LAPSED", "F113_LARGE_VOLUME");
  }

  @Test
  void no_time_runs_out_while_a_number_is_missing_and_the_time_runs_from_its_arrival() {
    twoAreMany();
    FileId second = intake.arrives(RequestFile.named(SECOND).requests(2));
    assertThat(world.codes(second)).containsExactly("F105_SEQUENCE_GAP", "F113_LARGE_VOLUME");
    world.passes(Duration.ofDays(20));
    intake.heldFiles().rejectOverdue();
    assertThat(world.state(second)).isEqualTo("HELD");

    intake.arrives(RequestFile.named(FIRST).requests(1));
    intake.heldFiles().rejudge();
    assertThat(world.codes(second)).containsExactly("F113_LARGE_VOLUME");
    world.passes(Duration.ofDays(13));
    intake.heldFiles().rejectOverdue();
    assertThat(world.state(second)).isEqualTo("HELD");

    world.passes(Duration.ofDays(2));
    intake.heldFiles().rejectOverdue();
    assertThat(world.state(second)).isEqualTo("REFUSED");
  }

  /** Files of two subjects or more are held. */
  private void twoAreMany() {
    int most = 10_000;
    intake
        .rules()
        .comparesBy(
            IntakeFixtures.comparison(
                new Limits(1L << 32, 200, 2, most, 6, 2000, most, most, most, most, 30, 20)));
  }

  @Test
  void requests_with_codes_of_their_own_are_refused_or_held_and_the_rest_is_taken() {
    FileId id =
        intake.arrives(
            RequestFile.named(FIRST)
                .requests(4)
                .change(2, line -> line.replaceFirst("\"reason\":\"[^\"]*\",", ""))
                .change(3, line -> line.replace("APT 3", "County Jail"))
                .change(4, line -> line.replace("Alex Sample", "\\u0007")));

    world.assertThatFile(id).isTaken();
    assertThat(statuses(id))
        .isEqualTo(
            "TAKEN{}, REFUSED{R211_REASON_MISSING}, HELD{R215_IN_CUSTODY_REVIEW}, REFUSED{F109_SCHEMA}");
    assertThat(world.row("select requests, refused from file")).containsEntry("refused", 2);

    intake.acknowledged(id);
    intake.heldFiles().take(new RequestKey(id, "R-000003"), CLERK, "A street of that name");

    assertThat(statuses(id)).contains("TAKEN{R215_IN_CUSTODY_REVIEW}");
    assertThat(world.list("select id from slice order by number"))
        .containsExactly(FIRST + "/1", FIRST + "/2");
    assertThat(world.list("select id || takes from acknowledgement order by number"))
        .containsExactly(FIRST + ".ack.001true", FIRST + ".ack.002true");
  }

  @Test
  void look_ups_begin_only_when_the_answer_lies_there_and_the_file_is_moved() {
    FileId id = arrives(FIRST);
    intake.inbox().moved(IntakeFixtures.PARTNER, FIRST + ".req.ndjson.pgp");
    assertThat(world.count("select count(*) from work where stage = 'lookup'")).isZero();

    intake.acknowledged(id);

    assertThat(world.list("select id from work where stage = 'lookup'"))
        .containsExactly(FIRST + "/1");
    assertThat(
            world.list("select distinct (answer_by - interval '30 days')::text from request_group"))
        .containsExactly("2026-11-24 15:00:00+00");
  }

  @Test
  void a_file_without_anything_taken_ends_with_its_acknowledgement() {
    FileId id =
        intake.arrives(
            RequestFile.named(FIRST)
                .requests(1)
                .change(1, line -> line.replaceFirst("\"reason\":\"[^\"]*\",", "")));
    intake.inbox().moved(IntakeFixtures.PARTNER, FIRST + ".req.ndjson.pgp");

    intake.acknowledged(id);

    assertThat(world.state(id)).isEqualTo("ANSWERED");
    assertThat(
            world.list(
                "select convert_from(bytes, 'UTF8') from event where lower(verb) = 'deliver' and subject = ?",
                id.value()))
        .singleElement()
        .asString()
        .contains("\"answered\":\"" + id + "\"");
  }

  @Test
  void a_file_that_could_not_be_judged_lets_the_next_go_on_and_is_judged_from_its_kept_bytes() {
    RequestFile file = RequestFile.named(FIRST).requests(2);
    ReceivedFile received =
        intake.receive(file.name(), intake.sealed(file.bytes(), world.keys().head()));
    intake.steps().notJudged(received.id());
    world.assertThatFile(received.id()).isQuarantinedFor(F120_NOT_JUDGED);
    world.assertThatFile(arrives(SECOND)).isTaken();
    intake.acknowledged(received.id());

    intake.judge(intake.steps().reopen(received.id()));

    world.assertThatFile(received.id()).isTaken();
    assertThat(
            world.list(
                "select stage || ' ' || id from work where id like ? order by 1", FIRST + "%"))
        .containsExactly("acknowledge " + FIRST + ".ack.002");
  }
}
