package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.arrival.ArrivingFile;
import countersign.arrival.ReceivedFile;
import countersign.profile.FileKind;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.Unavailable;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** However often a file comes, and whatever crashes between two steps: one verdict, one answer. */
@Proves("R13")
class JdbcSameFileAgainIT {
  private static final String ID = "DHS-ICE_T_20261124_0001";
  private static final String NAME = ID + ".req.ndjson.pgp";
  private final World world = new World();
  private final IntakePart intake = world.intake();
  private final byte[] sealed =
      intake.sealed(RequestFile.named(ID).requests(3).bytes(), world.keys().head());

  @Test
  void a_crash_between_receive_and_read_goes_on_where_it_stopped() {
    ReceivedFile first = intake.receive(NAME, sealed);
    assertThat(intake.inbox().folder(IntakeFixtures.PARTNER, NAME, sealed.length)).isEmpty();

    ReceivedFile again = intake.receive(NAME, sealed);

    assertThat(again).isEqualTo(first);
    assertThat(world.list("select stage from work")).containsExactly("read");
    intake.judge(again);
    world.assertThatFile(again.id()).isTaken();
    assertThat(world.list("select stage from work")).containsExactly("acknowledge");
  }

  @Test
  void reading_twice_changes_nothing() {
    ReceivedFile received = intake.receive(NAME, sealed);
    OpenedFile opened = intake.steps().open(received);
    intake.steps().read(opened);
    intake.steps().read(opened);

    assertThat(world.count("select sum(length(digests) / 32) from accounting_block")).isEqualTo(3);
    assertThat(world.count("select count(*) from acknowledgement")).isEqualTo(1);
  }

  @Test
  void an_unfinished_move_is_finished_without_an_answer() {
    FileId id = intake.arrives(NAME, sealed);
    intake.acknowledged(id);

    ReceivedFile again = intake.receive(NAME, sealed);

    assertThat(again.kind()).isEqualTo(FileKind.KNOWN);
    assertThat(intake.inbox().folder(IntakeFixtures.PARTNER, NAME, sealed.length))
        .contains("archive");
    assertThat(world.count("select count(*) from work")).isZero();
  }

  @Test
  void a_file_sent_again_after_its_answer_gets_the_same_acknowledgement_again() {
    FileId id = intake.arrives(NAME, sealed);
    intake.acknowledged(id);
    intake.inbox().moved(IntakeFixtures.PARTNER, NAME);
    assertThat(world.list("select stage || ' ' || id from work"))
        .containsExactly("lookup " + ID + "/1");

    ReceivedFile again = intake.receive(NAME, sealed);
    intake.receive(NAME, sealed);

    assertThat(again.kind()).isEqualTo(FileKind.KNOWN);
    assertThat(world.list("select stage || ' ' || id from work order by stage"))
        .containsExactly("deliver " + ID + ".ack.001", "lookup " + ID + "/1");
    assertThat(world.list("select state from acknowledgement")).containsExactly("SEALED");
    assertThat(world.count("select count(*) from event where verb = 'receive'")).isEqualTo(2);
  }

  @Test
  void the_last_delivered_acknowledgement_is_put_back_while_a_further_one_is_due() {
    RequestFile file =
        RequestFile.named(ID).requests(2).change(2, line -> line.replace("APT 3", "County Jail"));
    byte[] held = intake.sealed(file.bytes(), world.keys().head());
    FileId id = intake.arrives(NAME, held);
    intake.acknowledged(id);
    intake.inbox().moved(IntakeFixtures.PARTNER, NAME);
    intake.heldFiles().take(new RequestKey(id, "R-000002"), Actor.person("clerk"), "A street");

    intake.receive(NAME, held);

    assertThat(world.list("select id || ' ' || state from acknowledgement order by number"))
        .containsExactly(ID + ".ack.001 SEALED", ID + ".ack.002 RELEASED");
    assertThat(world.list("select id from work where stage = 'deliver'"))
        .containsExactly(ID + ".ack.001");
  }

  @Test
  void known_content_under_an_unused_id_uses_that_id_up() {
    intake.arrives(NAME, sealed);

    FileId id = intake.arrives("DHS-ICE_T_20261124_0002.req.ndjson.pgp", sealed);

    assertThat(id).hasToString("DHS-ICE_T_20261124_0002");
    assertThat(world.codes(id)).containsExactly("F104_DUPLICATE_FILE");
    assertThat(world.details(id)).containsExactly("SEEN_CONTENT");
    assertThat(world.count("select count(*) from request_status")).isEqualTo(3);
  }

  @Test
  void other_content_under_a_used_id_is_answered_without_one() {
    intake.arrives(NAME, sealed);
    byte[] other = intake.sealed(RequestFile.named(ID).requests(4).bytes(), world.keys().head());

    FileId id = intake.arrives(NAME, other);

    assertThat(id.isNamed()).isFalse();
    assertThat(world.codes(id)).containsExactly("F104_DUPLICATE_FILE");
    assertThat(world.details(id)).containsExactly("USED_ID");
    assertThat(intake.receive(NAME, other).kind()).isEqualTo(FileKind.KNOWN);
    assertThat(intake.inbox().folder(IntakeFixtures.PARTNER, NAME, other.length))
        .contains("rejected");
  }

  @Test
  void the_same_number_on_another_day_is_used_up_too() {
    intake.arrives(NAME, sealed);

    FileId id = intake.arrives(RequestFile.named("DHS-ICE_T_20261123_0001").requests(2));

    assertThat(world.details(id)).containsExactly("USED_ID");
  }

  @Test
  void the_same_unnamed_content_twice_is_answered_once_and_both_files_are_moved() {
    FileId first = intake.arrives("list.pgp", sealed);
    intake.inbox().moved(IntakeFixtures.PARTNER, "list.pgp");

    ReceivedFile second = intake.receive("list (1).pgp", sealed);

    assertThat(second.id()).isEqualTo(first);
    assertThat(second.kind()).isEqualTo(FileKind.KNOWN);
    assertThat(intake.inbox().folder(IntakeFixtures.PARTNER, "list (1).pgp", sealed.length))
        .contains("rejected");
  }

  @Test
  void another_agency_s_name_uses_up_nothing() {
    FileId id = intake.arrives("DOJ_T_20261124_0001.req.ndjson.pgp", sealed);

    assertThat(id.isNamed()).isFalse();
    assertThat(world.codes(id)).containsExactly("F103_FILENAME");
  }

  @Test
  void a_growing_file_is_left_alone() {
    assertThatThrownBy(
            () ->
                world
                    .intake()
                    .steps()
                    .receive(
                        new ArrivingFile(
                            new ByteArrayInputStream(sealed),
                            NAME,
                            sealed.length - 1,
                            IntakeFixtures.PARTNER)))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("SIZE_CHANGED");

    assertThat(world.count("select count(*) from file")).isZero();
  }

  @Test
  void a_broken_connection_leaves_nothing() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            throw new IOException("connection reset");
          }
        };

    assertThatThrownBy(
            () ->
                world
                    .intake()
                    .steps()
                    .receive(new ArrivingFile(broken, NAME, sealed.length, IntakeFixtures.PARTNER)))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("TRANSFER_BROKEN");

    assertThat(world.count("select count(*) from file")).isZero();
  }

  @Test
  void a_receipt_is_kept_like_any_other_file() {
    String name = ID + ".rsp.ABCDEFGH.dsp.OFF-0401.001.json.pgp";

    ReceivedFile received = intake.receive(name, sealed);

    assertThat(received.kindWord()).isEqualTo("receipt");
    assertThat(world.count("select count(*) from file_chunk")).isEqualTo(1);
  }
}
