package countersign.reviewdesk;

import static countersign.approval.ApprovalFixtures.ADAMS;
import static countersign.approval.ApprovalFixtures.BAKER;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.approval.ApprovalFixtures;
import countersign.approval.ApprovalOutcome;
import countersign.approval.SamePair;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.statement.Reviewer;
import countersign.testkit.World;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same two people do not sign together for ever, and the rule never stops the work. */
class JdbcPairRotationIT {
  private static final Reviewer CAROL = ApprovalFixtures.reviewer("carol", Role.COUNTERSIGNER);

  @TempDir Path keys;
  private World world;
  private DeskFixtures.Parts parts;
  private FileId file;

  @BeforeEach
  void three_cases_are_endorsed_by_one_person() {
    world = new World(keys);
    for (int number = 1; number <= 4; number++) {
      world.approvals().holds(number);
    }
    file = world.delivery().takes(4);
    parts = DeskFixtures.on(world);
    for (int number = 1; number <= 4; number++) {
      parts.approvals().endorse(World.key(file, number), ADAMS, no(number));
    }
  }

  private countersign.approval.Decision no(int number) {
    return world.approvals().no(World.key(file, number));
  }

  private ApprovalOutcome countersign(int number, Reviewer reviewer) {
    return parts.approvals().countersign(World.key(file, number), reviewer, no(number));
  }

  private static ApprovalOutcome done(RequestKey key) {
    return new ApprovalOutcome.Done(key, RequestState.COUNTERSIGNED);
  }

  @Test
  void a_third_person_takes_the_next_case_if_one_is_at_work() {
    parts.approvals().workList(CAROL);
    assertThat(countersign(1, BAKER)).isEqualTo(done(World.key(file, 1)));
    assertThat(countersign(1, BAKER)).as("once more").isEqualTo(done(World.key(file, 1)));
    assertThat(countersign(2, BAKER)).isEqualTo(done(World.key(file, 2)));
    assertThat(countersign(2, BAKER)).as("once more").isEqualTo(done(World.key(file, 2)));

    RequestKey third = World.key(file, 3);
    assertThat(parts.approvals().workList(BAKER)).isEmpty();
    assertThat(countersign(3, BAKER)).isEqualTo(new SamePair(third, "adams", 2));
    assertThat(parts.desk().claimOn(third)).isEmpty();
    assertThat(countersign(3, CAROL)).isEqualTo(done(third));
    assertThat(countersign(4, BAKER)).isEqualTo(done(World.key(file, 4)));
    assertThat(parts.pairs().waivers(9)).isEmpty();
  }

  @Test
  void two_people_alone_go_on_and_each_such_case_is_recorded() {
    countersign(1, BAKER);
    countersign(2, BAKER);

    assertThat(parts.approvals().workList(BAKER)).hasSize(2);
    assertThat(countersign(3, BAKER)).isEqualTo(done(World.key(file, 3)));

    assertThat(parts.pairs().waivers(9))
        .singleElement()
        .satisfies(
            waiver -> {
              assertThat(waiver.key()).isEqualTo(World.key(file, 3));
              assertThat(waiver.endorser() + " " + waiver.countersigner()).isEqualTo("adams baker");
            });
    assertThat(world.count("select count(*) from event where verb = 'waive'")).isEqualTo(1);
  }

  @Test
  void a_person_who_left_or_is_not_enrolled_is_not_present() {
    parts.approvals().workList(CAROL);
    parts.approvals().workList(ApprovalFixtures.reviewer("stranger", Role.COUNTERSIGNER));
    countersign(1, BAKER);
    countersign(2, BAKER);
    world
        .tampering()
        .sql("update desk_visit set at = at - interval '2 hours' where account = 'carol'")
        .update();

    assertThat(countersign(3, BAKER)).isEqualTo(done(World.key(file, 3)));
  }
}
