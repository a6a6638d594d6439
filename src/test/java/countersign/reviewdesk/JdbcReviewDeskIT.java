package countersign.reviewdesk;

import static countersign.approval.ApprovalFixtures.ADAMS;
import static countersign.approval.ApprovalFixtures.BAKER;
import static countersign.approval.ApprovalFixtures.COUNSEL;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.approval.ApprovalFixtures;
import countersign.approval.ApprovalOutcome;
import countersign.approval.ClaimedByOther;
import countersign.approval.Decision;
import countersign.approval.WorkItem;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.reviewdesk.KeptReasons.Purpose;
import countersign.statement.Reviewer;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claimed case is one person's, for as long as the lease runs. */
class JdbcReviewDeskIT {
  private static final Reviewer COLE = ApprovalFixtures.reviewer("cole", Role.FIRST_REVIEWER);

  @TempDir Path keys;
  private World world;
  private DeskFixtures.Parts parts;
  private ReviewDesk desk;
  private FileId file;
  private RequestKey first;

  @BeforeEach
  void three_cases_wait() {
    world = new World(keys);
    for (int number = 1; number <= 3; number++) {
      world.approvals().holds(number);
    }
    file = world.delivery().takes(3);
    first = World.key(file, 1);
    parts = DeskFixtures.on(world);
    desk = parts.desk();
  }

  private List<RequestKey> listed(Reviewer reviewer) {
    return desk.list(reviewer, WorkItem.Filter.ALL).cases().stream()
        .map(one -> one.item().key())
        .toList();
  }

  private Decision no(RequestKey key) {
    return world.approvals().no(key);
  }

  private void leaseEnds() {
    world
        .tampering()
        .sql("update claim set until = clock_timestamp() - interval '1 second'")
        .update();
  }

  @Test
  void a_claimed_case_is_offered_to_nobody_else_until_its_lease_ends() {
    assertThat(desk.claim(first, ADAMS)).isInstanceOf(ClaimOutcome.Claimed.class);

    assertThat(listed(ADAMS)).contains(first);
    assertThat(listed(COLE)).doesNotContain(first);
    assertThat(desk.list(COLE, WorkItem.Filter.ALL).elsewhere()).isEqualTo(1);
    assertThat(listed(COUNSEL)).contains(first);
    assertThat(desk.claim(first, COLE)).isInstanceOf(ClaimOutcome.ByOther.class);

    leaseEnds();

    assertThat(listed(COLE)).contains(first);
    assertThat(desk.claim(first, COLE)).isInstanceOf(ClaimOutcome.Claimed.class);
  }

  @Test
  void of_two_people_who_claim_at_once_exactly_one_wins() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 20; round++) {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<ClaimOutcome>> both =
            List.of(claims(together, ADAMS), claims(together, COLE));
        int winners = 0;
        for (Future<ClaimOutcome> outcome : people.invokeAll(both)) {
          if (outcome.get() instanceof ClaimOutcome.Claimed) {
            winners++;
          } else {
            assertThat(outcome.get()).isInstanceOf(ClaimOutcome.ByOther.class);
          }
        }
        assertThat(winners).isEqualTo(1);
        leaseEnds();
      }
    } finally {
      people.shutdownNow();
    }
  }

  private Callable<ClaimOutcome> claims(CyclicBarrier together, Reviewer reviewer) {
    return () -> {
      together.await();
      return desk.claim(first, reviewer);
    };
  }

  @Test
  void nobody_decides_a_case_that_another_person_claimed_but_counsel_denies_it() {
    desk.claim(first, ADAMS);

    assertThat(parts.approvals().endorse(first, COLE, no(first)))
        .isInstanceOf(ClaimedByOther.class);
    assertThat(parts.approvals().deny(first, COLE, "Not this one."))
        .isInstanceOf(ClaimedByOther.class);
    assertThat(world.told(first)).startsWith("DRAFTED");
    assertThat(parts.approvals().deny(first, COUNSEL, "Not lawful."))
        .isInstanceOf(ApprovalOutcome.Done.class);
    assertThat(desk.claimOn(first)).isEmpty();
  }

  @Test
  void a_decision_ends_the_claim_and_the_text_of_its_author() {
    desk.claim(first, ADAMS);
    parts.reasons().keep(first, "adams", Purpose.ENDORSE, "Order and dates agree.");
    assertThat(parts.reasons().of(first, "adams"))
        .containsEntry(Purpose.ENDORSE, "Order and dates agree.");
    assertThat(parts.reasons().of(first, "cole")).isEmpty();
    assertThat(
            world.count("select count(*) from kept_reason where text_sealed like '%Order%'::bytea"))
        .isZero();

    assertThat(parts.approvals().endorse(first, ADAMS, no(first)))
        .isEqualTo(new ApprovalOutcome.Done(first, RequestState.ENDORSED));

    assertThat(desk.claimOn(first)).isEmpty();
    assertThat(parts.reasons().of(first, "adams")).isEmpty();
  }

  @Test
  void a_decision_that_does_not_count_leaves_the_claim_as_it_was() {
    parts.approvals().endorse(first, ADAMS, new Decision("00", "Seen.", false, false));
    assertThat(desk.claimOn(first)).isEmpty();

    desk.claim(first, ADAMS);
    parts.approvals().endorse(first, ADAMS, new Decision("00", "Seen.", false, false));
    assertThat(desk.claimOn(first)).hasValueSatisfying(claim -> claim.isBy("adams"));
  }

  @Test
  void a_person_holds_no_more_claims_than_the_settings_allow() {
    desk.claim(first, ADAMS);
    desk.claim(World.key(file, 2), ADAMS);
    RequestKey third = World.key(file, 3);

    assertThat(desk.claim(third, ADAMS))
        .isEqualTo(new ClaimOutcome.TooMany(List.of(first, World.key(file, 2))));
    assertThat(desk.next(ADAMS, WorkItem.Filter.ALL)).isInstanceOf(ClaimOutcome.TooMany.class);
    assertThat(desk.claim(first, ADAMS)).as("again").isInstanceOf(ClaimOutcome.Claimed.class);
    assertThat(desk.release(first, ADAMS)).isTrue();
    assertThat(desk.claim(third, ADAMS)).isInstanceOf(ClaimOutcome.Claimed.class);
  }

  @Test
  void a_person_who_signs_out_gives_every_case_back() {
    desk.claim(first, ADAMS);
    desk.signedOut("adams");
    assertThat(listed(COLE)).contains(first);
  }

  @Test
  void a_form_for_the_first_step_is_refused_when_the_case_waits_for_the_second() {
    Reviewer both = ApprovalFixtures.reviewer("clark", Role.FIRST_REVIEWER, Role.COUNTERSIGNER);
    parts.approvals().endorse(first, ADAMS, no(first));

    assertThat(parts.approvals().endorse(first, both, no(first)))
        .isEqualTo(new ApprovalOutcome.WrongState(first, RequestState.ENDORSED));
    assertThat(desk.claim(first, BAKER)).isInstanceOf(ClaimOutcome.Claimed.class);
    assertThat(desk.claim(first, ADAMS))
        .isEqualTo(new ClaimOutcome.NotOffered(first, RequestState.ENDORSED));
  }

  @Test
  void the_next_case_is_the_one_that_is_due_first_and_partners_take_turns() {
    world
        .tampering()
        .sql("update file set partner = 'dhs-other' where id = ?")
        .param(file.value())
        .update();
    FileId second = anotherFile();
    world
        .tampering()
        .sql("update request_group set answer_by = '2026-12-01T00:00:00Z' where file_id = ?")
        .param(file.value())
        .update();

    RequestKey one = key(desk.next(ADAMS, WorkItem.Filter.ALL));
    RequestKey two = key(desk.next(COLE, WorkItem.Filter.ALL));

    assertThat(one.file()).isEqualTo(file);
    assertThat(two.file()).as("the other partner's turn").isEqualTo(second);
  }

  /** A file of the usual partner, with a case about another person. */
  private FileId anotherFile() {
    world.approvals().holds(4);
    String other = RequestFile.request(4).replaceAll("OFF-[0-9]{4}", "OFF-0401");
    FileId second = world.intake().arrives(2, 1, line -> other);
    world.delivery().acknowledges(second + ".ack.001");
    world.approvals().lookUp();
    return second;
  }

  private static RequestKey key(ClaimOutcome outcome) {
    return ((ClaimOutcome.Claimed) outcome).claim().key();
  }

  @Test
  void a_person_without_a_waiting_case_gets_none() {
    assertThat(desk.next(BAKER, WorkItem.Filter.ALL)).isEqualTo(new ClaimOutcome.NothingWaits());
  }
}
