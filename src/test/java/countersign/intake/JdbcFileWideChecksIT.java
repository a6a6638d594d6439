package countersign.intake;

import static countersign.request.ReasonCode.F113_LARGE_VOLUME;
import static countersign.request.ReasonCode.R219_OFFICER_IMPLAUSIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.authority.Limits;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.screening.FileLimits;
import countersign.screening.InMemoryFileWideChecks;
import countersign.testkit.Asking;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Rules over a file as a whole and the agency's files before it, each on both sides of its number.
 */
@Proves({"R19", "R28", "R30", "R33", "R41"})
class JdbcFileWideChecksIT {
  private static final Actor CLERK = Actor.person("clerk");
  private final World world = new World();
  private final IntakePart intake = world.intake();
  private final Map<String, Integer> sequences = new HashMap<>();

  private FileId arrives(List<Asking> requests) {
    int sequence = sequences.merge(intake.rules().agency(), 1, Integer::sum);
    RequestFile file =
        RequestFile.named("%s_T_20261124_%04d".formatted(intake.rules().agency(), sequence));
    InMemoryFileWideChecks subjects = new InMemoryFileWideChecks();
    for (int i = 0; i < requests.size(); i++) {
      file.add(requests.get(i).as(i + 1).line());
      subjects.add(i + 1, requests.get(i).request());
    }
    file.trailer(
        line ->
            line.replaceFirst(
                "\"subjectCount\":[0-9]+", "\"subjectCount\":" + subjects.subjects()));
    FileId id = intake.arrives(file);
    intake.inbox().moved(IntakeFixtures.PARTNER, file.name());
    intake.acknowledged(id);
    return id;
  }

  private FileId arrives(int from, int to, IntFunction<Asking> request) {
    return arrives(IntStream.rangeClosed(from, to).mapToObj(request).toList());
  }

  private List<String> told(FileId file) {
    return world.told(file);
  }

  private void limits(int large, int cap, int sameReason, int load, int ceiling, int recurring) {
    Limits limits =
        new Limits(
            1L << 32, 200, large, cap, 6, 2000, sameReason, load, ceiling, recurring, 30, 20);
    intake.rules().comparesBy(IntakeFixtures.comparison(limits));
  }

  private void onlyOneAddressLimit() {
    limits(10_000, 10_000, 10_000, 10_000, 10_000, 3);
  }

  private static Asking atOakStreet(int number) {
    return Asking.about(number)
        .subject("surname", "Family" + (char) ('A' + number % 26))
        .address("12 North Oak Street", "Apartment 3");
  }

  @Test
  void a_file_of_a_hundred_subjects_waits_for_a_person_who_may_take_it() {
    limits(100, 120, 10_000, 10_000, 10_000, 10_000);
    assertThat(world.codes(arrives(1, 99, Asking::about))).isEmpty();

    FileId hundred =
        arrives(1001, 1100, i -> i == 1002 ? Asking.about(i).without("reason") : Asking.about(i));

    world.assertThatFile(hundred).isHeldFor(F113_LARGE_VOLUME);
    assertThat(told(hundred).subList(0, 3))
        .containsExactly("HELD{}", "REFUSED{R211_REASON_MISSING}", "HELD{}");
    intake.heldFiles().take(hundred, CLERK, "Ninety-nine cases, one by one");
    assertThat(told(hundred).subList(0, 2))
        .containsExactly("TAKEN{}", "REFUSED{R211_REASON_MISSING}");
    assertThat(world.codes(arrives(2001, 2120, Asking::about)))
        .containsExactly("F113_LARGE_VOLUME");
    assertThat(world.codes(arrives(3001, 3121, Asking::about)))
        .containsExactly("F113_LARGE_VOLUME", "F114_CAP_EXCEEDED");
  }

  @Test
  void a_hundred_requests_about_fewer_subjects_are_no_large_file() {
    limits(100, 120, 10_000, 10_000, 10_000, 10_000);

    FileId id = arrives(1, 101, i -> Asking.about(i).tin(RequestFile.tin(i % 99)));

    assertThat(world.codes(id)).isEmpty();
  }

  @Test
  void a_fourth_family_at_one_address_holds_all_of_them_however_it_is_written() {
    onlyOneAddressLimit();
    assertThat(told(arrives(1, 3, JdbcFileWideChecksIT::atOakStreet))).containsOnly("TAKEN{}");
    FileId fourth =
        arrives(
            List.of(
                atOakStreet(4).address("12 N Oak St Apt 3", ""),
                atOakStreet(5).address("12 N Oak St", "Apt 4"),
                Asking.about(6)));

    assertThat(told(fourth)).containsExactly("HELD{R216_RECURRING_ADDRESS}", "TAKEN{}", "TAKEN{}");
    assertThat(told(arrives(27, 30, JdbcFileWideChecksIT::atOakStreet)))
        .containsOnly("HELD{R216_RECURRING_ADDRESS}");
  }

  @Test
  void one_family_at_one_address_is_no_recurring_address() {
    onlyOneAddressLimit();

    FileId id =
        arrives(1, 8, i -> atOakStreet(i).subject("surname", i % 2 == 0 ? "Muñoz" : "MUNOZ"));

    assertThat(told(id)).containsOnly("TAKEN{}");
  }

  @Test
  void addresses_of_another_agency_of_a_year_ago_or_of_refused_requests_do_not_count() {
    onlyOneAddressLimit();
    arrives(1, 3, i -> atOakStreet(i).without("reason"));
    assertThat(told(arrives(1, 3, JdbcFileWideChecksIT::atOakStreet))).containsOnly("TAKEN{}");
    intake.rules().sentBy("DOJ-CRM");
    assertThat(told(arrives(List.of(atOakStreet(4))))).containsOnly("TAKEN{}");
    intake.rules().sentBy("DHS-ICE");
    world.passes(Duration.ofDays(365));
    assertThat(told(arrives(List.of(atOakStreet(4))))).containsOnly("HELD{R216_RECURRING_ADDRESS}");
    world.passes(Duration.ofSeconds(1));

    assertThat(told(arrives(List.of(atOakStreet(5))))).containsOnly("TAKEN{}");
  }

  @Test
  void the_sixth_equal_reason_holds_all_six_numbers_and_case_aside() {
    limits(10_000, 10_000, 5, 10_000, 10_000, 10_000);
    assertThat(told(arrives(1, 5, Asking::about))).containsOnly("TAKEN{}");

    FileId six =
        arrives(
            11,
            17,
            i -> i == 13 ? Asking.about(i).reason("Another: HSI-2026-000013") : Asking.about(i));

    assertThat(told(six).subList(0, 3))
        .containsExactly(
            "HELD{R212_REASON_BOILERPLATE}", "HELD{R212_REASON_BOILERPLATE}", "TAKEN{}");
    assertThat(told(six).subList(3, 7)).containsOnly("HELD{R212_REASON_BOILERPLATE}");
  }

  @Test
  void a_refused_request_counts_among_equal_reasons_and_its_hold_is_told_too() {
    limits(10_000, 10_000, 5, 10_000, 10_000, 10_000);

    FileId id = arrives(1, 6, i -> i == 1 ? Asking.about(i).without("subject") : Asking.about(i));

    assertThat(told(id).get(0)).isEqualTo("REFUSED{R201_NAME_MISSING,R212_REASON_BOILERPLATE}");
    assertThat(told(id).subList(1, 6)).containsOnly("HELD{R212_REASON_BOILERPLATE}");
  }

  private static Asking forOne(int number) {
    return Asking.about(number).officers("OFF-0417");
  }

  @Test
  void an_officer_with_more_than_25_open_subjects_holds_who_names_him_until_the_deadline() {
    limits(10_000, 10_000, 10_000, 25, 200, 10_000);
    assertThat(told(arrives(1, 25, JdbcFileWideChecksIT::forOne))).containsOnly("TAKEN{}");

    FileId more =
        arrives(List.of(forOne(26), Asking.about(27), forOne(28).officers("OFF-0417", "OFF-0001")));

    assertThat(told(more))
        .containsExactly("HELD{R218_OFFICER_LOAD}", "TAKEN{}", "HELD{R218_OFFICER_LOAD}");
    world.passes(Duration.ofDays(30).minusSeconds(1));
    assertThat(told(arrives(List.of(forOne(29))))).containsOnly("HELD{R218_OFFICER_LOAD}");
    world.passes(Duration.ofSeconds(1));
    assertThat(told(arrives(List.of(forOne(30))))).containsOnly("TAKEN{}");
  }

  @Test
  void an_officer_of_more_than_200_subjects_refuses_the_file_and_every_code_is_told() {
    limits(100, 10_000, 10_000, 25, 200, 10_000);
    assertThat(world.codes(arrives(1, 200, JdbcFileWideChecksIT::forOne)))
        .containsExactly("F113_LARGE_VOLUME");

    FileId id =
        arrives(1001, 1201, i -> i == 1201 ? forOne(i).caseNumber("HSI-2026-001001") : forOne(i));

    world.assertThatFile(id).isRefusedWith(F113_LARGE_VOLUME, R219_OFFICER_IMPLAUSIBLE);
    assertThat(told(id).get(0)).isEqualTo("REFUSED{R217_CASE_NUMBER_REUSED,R218_OFFICER_LOAD}");
    assertThat(told(id).subList(1, 200)).containsOnly("REFUSED{R218_OFFICER_LOAD}");
    assertThat(world.row("select requests, refused from file where id = ?", id.value()))
        .containsEntry("refused", 201);
  }

  @Test
  void all_but_the_first_request_for_a_subject_are_refused_even_if_the_first_is() {
    FileId id =
        arrives(
            List.of(
                Asking.about(1).without("reason"),
                Asking.about(2).tin(RequestFile.tin(1)),
                Asking.about(3).withoutTin(),
                Asking.about(3).withoutTin().subject("givenName", "MARÍA").caseNumber("HSI-4"),
                Asking.about(3)
                    .withoutTin()
                    .subject("birthDate", "1984-03-12")
                    .caseNumber("HSI-5")));

    assertThat(told(id))
        .containsExactly(
            "REFUSED{R211_REASON_MISSING}",
            "REFUSED{R222_DUPLICATE_SUBJECT}",
            "TAKEN{}",
            "REFUSED{R222_DUPLICATE_SUBJECT}",
            "TAKEN{}");
  }

  @Test
  void a_subject_that_is_open_elsewhere_is_refused_until_the_deadline_of_its_group() {
    arrives(1, 2, i -> i == 2 ? Asking.about(i).without("reason") : Asking.about(i));

    FileId second = arrives(1, 2, Asking::about);

    assertThat(told(second)).containsExactly("REFUSED{R222_DUPLICATE_SUBJECT}", "TAKEN{}");
    world.passes(Duration.ofDays(30).minusSeconds(1));
    assertThat(told(arrives(List.of(Asking.about(1)))))
        .containsExactly("REFUSED{R222_DUPLICATE_SUBJECT}");
    world.passes(Duration.ofSeconds(1));
    assertThat(told(arrives(List.of(Asking.about(1))))).containsExactly("TAKEN{}");
  }

  @Test
  void the_third_request_for_a_subject_in_a_year_with_another_address_waits_for_a_person() {
    Asking first = Asking.about(1);
    Asking second = Asking.about(1).address("9 Elm Ave", "");
    assertThat(told(arrives(List.of(first)))).containsExactly("TAKEN{}");
    world.passes(Duration.ofDays(31));
    assertThat(told(arrives(List.of(second)))).containsExactly("TAKEN{}");
    world.passes(Duration.ofDays(31));

    assertThat(told(arrives(List.of(Asking.about(1)))))
        .containsExactly("HELD{R224_REPEATED_SUBJECT}");
    world.passes(Duration.ofDays(303));
    assertThat(told(arrives(List.of(Asking.about(1).address("7 Fir Ave", "")))))
        .containsExactly("HELD{R224_REPEATED_SUBJECT}");
  }

  @Test
  void a_subject_asked_for_again_and_again_at_the_same_address_does_not_wait() {
    for (int i = 0; i < 4; i++) {
      assertThat(told(arrives(List.of(Asking.about(1).address("9 Elm Ave", "Unit " + 4)))))
          .containsExactly("TAKEN{}");
      world.passes(Duration.ofDays(31));
    }
  }

  @Test
  void no_rule_is_applied_before_its_first_day() {
    limits(2, 2, 1, 1, 1, 1);
    FileLimits all = intake.rules().comparison();
    Set<ReasonCode> some =
        EnumSet.of(ReasonCode.F113_LARGE_VOLUME, ReasonCode.R217_CASE_NUMBER_REUSED);
    intake
        .rules()
        .comparesBy(
            new FileLimits(all.limits(), all.lookBackDays(), all.repeatedSubjectRequests(), some));

    FileId id = arrives(1, 4, i -> atOakStreet(i).officers("OFF-0417").caseNumber("HSI-" + i / 2));

    assertThat(world.codes(id)).containsExactly("F113_LARGE_VOLUME");
    assertThat(told(id))
        .containsExactly(
            "HELD{}",
            "REFUSED{R217_CASE_NUMBER_REUSED}",
            "REFUSED{R217_CASE_NUMBER_REUSED}",
            "HELD{}");
  }
}
