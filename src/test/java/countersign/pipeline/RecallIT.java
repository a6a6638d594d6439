package countersign.pipeline;

import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.crypto.Sha256;
import countersign.incidents.Incident;
import countersign.incidents.IncidentsFixtures;
import countersign.operations.LedgerCheck;
import countersign.recall.RecallCode;
import countersign.recall.RecallFixtures;
import countersign.recall.Recalls;
import countersign.recall.Selection;
import countersign.recall.SentResponse;
import countersign.receipts.DueItem;
import countersign.receipts.DueItems;
import countersign.receipts.Extensions;
import countersign.receipts.ReceiptsFixtures;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows a delivery: what is due and overdue, and a recall to its last certificate. */
class RecallIT {
  private static final Recalls.Person DUNN = new Recalls.Person(Actor.person("dunn"), true);
  private static final Recalls.Person PAUL = new Recalls.Person(Actor.person("paul"), false);
  private static final Recalls.Person OLSEN = new Recalls.Person(Actor.person("olsen"), false);

  @TempDir Path keys;
  private World world;

  /** Returns the name of the only response in the outbox. */
  private String delivered() {
    world = new World(keys);
    world.approvals().holds(1);
    FileId file = world.delivery().takes(2);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    world.delivery().runs();
    return world.delivery().responses().get(0);
  }

  @Test
  void two_people_recall_what_a_bad_rule_let_out_and_its_certificate_ends_the_recall()
      throws Exception {
    String name = delivered();
    String response = name.replace(".ndjson.pgp", "");
    String rules = world.list("select rule_set from file").get(0);
    Recalls recalls = RecallFixtures.recallsOn(world);
    Selection bad = new Selection(Selection.By.RULE_SET, rules);

    List<SentResponse> affected = recalls.preview(bad);
    assertThat(affected).extracting(SentResponse::response).containsExactly(response);
    assertThat(affected.get(0).entries()).isNotEmpty();
    assertThat(affected.get(0).deliveredEvent()).isNotNull();
    assertThat(recalls.preview(new Selection(Selection.By.RULE_SET, "another"))).isEmpty();
    for (Selection by :
        List.of(
            new Selection(Selection.By.FILE, response.replaceAll("\\.rsp.*", "")),
            new Selection(Selection.By.RESPONSE, response),
            new Selection(Selection.By.REQUEST, affected.get(0).requests().get(0)),
            new Selection(Selection.By.OFFICER, "OFF-0401"),
            new Selection(Selection.By.AGENCY, "DHS-ICE"),
            new Selection(Selection.By.DAYS, "2026-11-01/2026-12-31"))) {
      assertThat(recalls.preview(by)).as(by.toString()).isEqualTo(affected);
    }

    long number =
        recalls.propose(bad, RecallCode.RULE_DEFECT, PAUL, "A rule is wrong.").orElseThrow();
    assertThat(recalls.confirm(number, PAUL, "Yes.")).isEqualTo(Recalls.Outcome.SAME_PERSON);
    assertThat(recalls.confirm(number, OLSEN, "Yes.")).isEqualTo(Recalls.Outcome.NO_COUNSEL);
    assertThat(world.stops().all()).isEmpty();
    assertThat(recalls.confirm(number, DUNN, "Yes.")).isEqualTo(Recalls.Outcome.RECALLED);
    assertThat(recalls.confirm(number, DUNN, "Yes.")).isEqualTo(Recalls.Outcome.NO_PROPOSAL);
    recalls.run();
    assertThat(world.stops().all()).hasSize(1);
    assertThat(world.list("select state from response")).containsExactly("RECALLED");
    assertThat(world.list("select state from request_status where state = 'RECALLED'"))
        .isNotEmpty();

    world.delivery().sealLedger();
    world.work("deliver").forEach(world.delivery()::uploads);
    List<String> sent =
        world.delivery().outbox().keySet().stream().filter(one -> one.contains(".rcl.")).toList();
    assertThat(sent).hasSize(1);
    String notice = world.delivery().opened(sent.get(0), world.keys().officer());
    String recallId = sent.get(0).replace(".rcl.json.pgp", "");
    assertThat(notice)
        .contains("\"recallId\":\"" + recallId + "\"", response, "\"reason\":\"RULE_DEFECT\"");
    assertThat(recalls.find(number).orElseThrow().isEnded()).isFalse();

    try (ReceiptRoute route = new ReceiptRoute(world, recalls)) {
      String certificate =
          "{\"format\":\"countersign/1\",\"responseId\":\"%s\",\"officerId\":\"OFF-0401\",\"kind\":\"RETURNED\",\"sealedSha256\":\"%s\",\"at\":\"2026-11-25T12:00:00Z\",\"recallId\":\"%s\"}"
              .formatted(response, Sha256.hex(world.delivery().outbox().get(name)), recallId);
      FileId file = route.takes(response + ".dsp.OFF-0401.001.json.pgp", route.sealed(certificate));
      assertThat(route.verdict(file)).isEqualTo("FILED");
    }
    assertThat(recalls.find(number).orElseThrow().isEnded()).isTrue();

    Runnable clock =
        IncidentsFixtures.clockOn(
            world,
            recalls,
            new LedgerCheck.Checked(world.clock().instant(), "It is fine.", 0, List.of()));
    clock.run();
    clock.run();
    assertThat(IncidentsFixtures.incidentsOn(world).all())
        .extracting(Incident::subject)
        .as("a defect of our own is an incident")
        .containsExactly("recall/" + number);
  }

  @Test
  void an_agency_whose_receipt_is_late_is_stopped_once_and_two_people_give_more_time() {
    String response = delivered().replace(".ndjson.pgp", "");
    DueItems due = ReceiptsFixtures.dueOn(world);
    Runnable overdue = ReceiptsFixtures.overdueOn(world);
    Extensions extensions = ReceiptsFixtures.extensionsOn(world);

    assertThat(due.within(30, 10))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.response()).isEqualTo(response);
              assertThat(item.what()).isEqualTo(DueItem.What.RECEIPT);
              assertThat(item.daysLeft()).isEqualTo(7);
            });
    LocalDate later = LocalDate.parse("2026-12-05");
    Extensions.Wanted wanted =
        new Extensions.Wanted(response, "OFF-0401", DueItem.What.RECEIPT, later);
    assertThat(extensions.extend(wanted, Actor.person("dunn"), "Ill."))
        .isEqualTo(Extensions.Outcome.PROPOSED);
    assertThat(extensions.extend(wanted, Actor.person("dunn"), "Ill."))
        .isEqualTo(Extensions.Outcome.SAME_PERSON);
    assertThat(extensions.extend(wanted, Actor.person("paul"), "Ill."))
        .isEqualTo(Extensions.Outcome.EXTENDED);

    world.passes(Duration.ofDays(10));
    overdue.run();
    assertThat(world.stops().all()).as("within the later day").isEmpty();
    world.passes(Duration.ofDays(3));
    overdue.run();
    overdue.run();
    assertThat(world.stops().all())
        .singleElement()
        .satisfies(
            stop -> {
              assertThat(stop.value()).isEqualTo("DHS-ICE");
              assertThat(stop.reason()).startsWith("S501_NO_RECEIPT");
            });
  }
}
