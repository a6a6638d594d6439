package countersign.modelcheck;

import static countersign.approval.ApprovalFixtures.ADAMS;
import static countersign.approval.ApprovalFixtures.BAKER;
import static countersign.approval.ApprovalFixtures.CLARK;
import static countersign.approval.ApprovalFixtures.COUNSEL;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.approval.ApprovalFixtures;
import countersign.approval.ApprovalOutcome;
import countersign.approval.ChosenDrafts;
import countersign.approval.Decision;
import countersign.approval.SignedActors;
import countersign.delivery.SealedFile;
import countersign.lifecycle.UnexpectedState;
import countersign.modelcheck.Gateways.Gateway;
import countersign.request.GroupId;
import countersign.request.Held;
import countersign.request.RequestKey;
import countersign.request.ResponseId;
import countersign.request.Role;
import countersign.request.Unavailable;
import countersign.statement.Reviewer;
import countersign.stops.Stop;
import countersign.stops.Stops;
import countersign.testkit.DeliveryPart;
import countersign.testkit.World;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** One request in the real gateway. It takes the steps and answers in the words of the model. */
final class RealCase {
  private static final String DONE = "DONE";
  private static final String NOTHING = "NOTHING";
  private static final Reviewer ELLIS = ApprovalFixtures.reviewer("ellis", Role.COUNSEL);

  final Gateways gateways;
  final RequestKey key;
  private final World world;
  private final String firstDraft;
  private int drafts = 1;
  private int officersKey = 1;
  private @Nullable SealedFile uploading;

  /** The bytes of the upload that began last; null if none began. */
  byte @Nullable [] uploaded;

  RealCase(Gateways gateways, RequestKey key) {
    this.gateways = gateways;
    this.world = gateways.world;
    this.key = key;
    this.firstDraft = world.approvals().hash(key);
  }

  /** The answer to a step. A step that crashes is rolled back, and its answer is not known. */
  String answer(Step.Try one) {
    if (one.step() == Step.IT_IS_SEALED || one.step() == Step.THE_UPLOAD_BEGINS) {
      world.delivery().sealLedger();
    }
    if (!one.crashes()) {
      return caught(() -> take(one.step()));
    }
    if (one.step() == Step.THE_DRAFT_CHANGES) {
      return ""; // the owner of the tables does it, outside the gateway's transaction
    }
    if (one.step() == Step.THE_UPLOAD_BEGINS) {
      return response().map(this::beginWithoutLine).orElse("");
    }
    SealedFile before = uploading;
    int keyBefore = officersKey;
    TransactionTemplate outer = world.transactions();
    outer.executeWithoutResult(
        status -> {
          caught(() -> take(one.step()));
          status.setRollbackOnly();
        });
    uploading = before;
    officersKey = keyBefore;
    return "";
  }

  private static String caught(Supplier<String> step) {
    try {
      return step.get();
    } catch (Held e) {
      return e.code().name();
    } catch (Unavailable e) {
      return e.causeCode();
    } catch (UnexpectedState e) {
      return "UNEXPECTED_STATE";
    } catch (Stops.NotAllowed e) {
      return "NOT_ALLOWED";
    }
  }

  private String take(Step step) {
    return switch (step) {
      case ADAMS_ENDORSES -> kind(gateway().approvals().endorse(key, ADAMS, no()));
      case CLARK_ENDORSES -> kind(gateway().approvals().endorse(key, CLARK, no()));
      case BAKER_COUNTERSIGNS -> kind(gateway().approvals().countersign(key, BAKER, no()));
      case CLARK_COUNTERSIGNS -> kind(gateway().approvals().countersign(key, CLARK, no()));
      case BAKER_COUNTERSIGNS_THE_FIRST_DRAFT ->
          kind(
              gateway()
                  .approvals()
                  .countersign(key, BAKER, new Decision(firstDraft, "Seen.", false, false)));
      case ADAMS_DENIES -> kind(gateway().approvals().deny(key, ADAMS, "No."));
      case DUNN_DENIES -> kind(gateway().approvals().deny(key, COUNSEL, "Not lawful."));
      case DUNN_RECONSIDERS -> kind(gateway().approvals().reconsider(key, COUNSEL, "Corrected."));
      case ELLIS_RECONSIDERS -> kind(gateway().approvals().reconsider(key, ELLIS, "Corrected."));
      case DUNN_LIFTS_THE_DENIAL -> kind(gateway().approvals().lift(key, COUNSEL, "Lawful."));
      case ELLIS_LIFTS_THE_DENIAL -> kind(gateway().approvals().lift(key, ELLIS, "Lawful."));
      default -> takeOther(step);
    };
  }

  private String takeOther(Step step) {
    return switch (step) {
      case THE_DRAFT_CHANGES -> redraft();
      case THE_OFFICERS_KEY_CHANGES -> done(() -> officersKey = 3 - officersKey);
      case A_DAY_PASSES, A_MONTH_PASSES -> DONE;
      case APPROVALS_EXPIRE -> done(() -> gateway().approvals().expire());
      case IT_IS_RELEASED -> release();
      case IT_IS_SEALED -> ofResponse(id -> seal(id));
      case THE_UPLOAD_BEGINS -> ofResponse(this::beginUpload);
      case THE_UPLOAD_FAILS -> uploadFails();
      case THE_UPLOAD_ENDS -> endUpload();
      case DUNN_STOPS -> set(Stop.Kind.STOP);
      case DUNN_LIFTS_THE_STOP -> lift(Stop.Kind.STOP, "dunn", Role.COUNSEL);
      case CAROL_LIFTS_THE_STOP -> lift(Stop.Kind.STOP, "carol", Role.COUNSEL);
      case PAUL_LIFTS_THE_STOP -> lift(Stop.Kind.STOP, "paul", Role.PRIVACY_OFFICER);
      case DUNN_VETOES -> set(Stop.Kind.VETO);
      case DUNN_LIFTS_THE_VETO -> lift(Stop.Kind.VETO, "dunn", Role.COUNSEL);
      case CAROL_LIFTS_THE_VETO -> lift(Stop.Kind.VETO, "carol", Role.COUNSEL);
      default -> throw new IllegalArgumentException(step.name());
    };
  }

  private Gateway gateway() {
    return gateways.with(officersKey);
  }

  private Decision no() {
    return world.approvals().no(key);
  }

  private static String kind(ApprovalOutcome outcome) {
    return outcome.kind().name();
  }

  private static String done(Runnable effect) {
    effect.run();
    return DONE;
  }

  /** Other bytes, which no step of the gateway writes; the superuser stores them. */
  private String redraft() {
    byte[] item = world.approvals().decisions().caseOf(key).orElseThrow().draft().item();
    String other =
        new String(item, StandardCharsets.UTF_8)
            .replaceFirst("\"line1\":\"[^\"]*\"", "\"line1\":\"" + (1000 + drafts) + " ELM RD\"");
    drafts++;
    world.tampering().sql("delete from draft where id = ?").param(key.toString()).update();
    new ChosenDrafts(world.database(), world.vault())
        .draft(key, other.getBytes(StandardCharsets.UTF_8), "Changed.", world.clock().instant());
    return DONE;
  }

  private String release() {
    gateway().delivery().releaseDue();
    gateway().delivery().release(new GroupId(key.file(), 1));
    return DONE;
  }

  private String ofResponse(Function<ResponseId, String> step) {
    return response().map(step).orElse(NOTHING);
  }

  Optional<ResponseId> response() {
    return world.list("select id from response where file_id = ?", key.file().value()).stream()
        .findFirst()
        .map(ResponseId::parse);
  }

  private String seal(ResponseId id) {
    gateway().delivery().seal(id);
    return DONE;
  }

  private String beginUpload(ResponseId id) {
    SealedFile file = gateway().delivery().dispatch(id);
    uploading = file;
    uploaded = DeliveryPart.bytes(file);
    return DONE;
  }

  /**
   * The journal's line follows the commit; here it cannot be written, as if the gateway had died.
   */
  private String beginWithoutLine(ResponseId id) {
    SealedFile before = uploading;
    try (FileChannel journal =
            FileChannel.open(
                world.state().resolve("journal.ndjson"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = journal.lock()) {
      assertThat(lock.isValid()).isTrue();
      caught(() -> beginUpload(id));
    } catch (OverlappingFileLockException e) {
      uploading = before;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return "";
  }

  private String uploadFails() {
    response().ifPresent(id -> gateway().delivery().uploadEnded(id));
    return DONE;
  }

  private String endUpload() {
    SealedFile file = uploading;
    if (file == null) {
      return NOTHING;
    }
    gateway().delivery().deliver(file);
    return DONE;
  }

  private Optional<Stop> standing(Stop.Kind kind) {
    return world.stops().all().stream()
        .filter(stop -> stop.active() && stop.kind() == kind)
        .filter(stop -> stop.value().equals(key.file().value()))
        .findFirst();
  }

  private String set(Stop.Kind kind) {
    if (standing(kind).isPresent()) {
      return NOTHING;
    }
    if (kind == Stop.Kind.VETO) {
      world.vetoes(Stop.Scope.FILE, key.file().value());
    } else {
      world.stops(Stop.Scope.FILE, key.file().value());
    }
    return DONE;
  }

  private String lift(Stop.Kind kind, String account, Role role) {
    Optional<Stop> stop = standing(kind);
    if (stop.isEmpty()) {
      return NOTHING;
    }
    Stops.Lifter lifter =
        new Stops.Lifter(SignedActors.of(world, account, role), role == Role.COUNSEL);
    world.stops().lift(stop.get().number(), lifter, "Go.");
    return DONE;
  }

  /** What the tables say, in the words of the model. */
  List<String> facts() {
    String response =
        String.join(
            "",
            world.list(
                """
                select r.state || ' ' || i.outcome from response r join response_item i on i.response_id = r.id
                where r.file_id = ?
                """,
                key.file().value()));
    return List.of(
        "request " + world.state(key),
        "response " + response,
        "decisions "
            + world.list(
                "select step || ' ' || account from approval where id = ? order by number",
                key.toString()),
        "stopped %s, vetoed %s"
            .formatted(standing(Stop.Kind.STOP).isPresent(), standing(Stop.Kind.VETO).isPresent()),
        "finished "
            + world
                .list(
                    "select finished::text from request_group where file_id = ?",
                    key.file().value())
                .get(0));
  }
}
