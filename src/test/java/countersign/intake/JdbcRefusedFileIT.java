package countersign.intake;

import static countersign.intake.RefusedFile.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.accounting.AccountingEntry;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a file as a whole ends in a code, and the next file goes on. */
@Proves({"R5", "R11", "R12"})
class JdbcRefusedFileIT {
  private static final String ID = "DHS-ICE_T_20261124_0001";
  private static final String F101 = "F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED";
  private static final String F102 = "F102_SIGNATURE_INVALID";
  private static final String F103 = "F103_FILENAME";
  private static final String F112 = "F112_THREAT_SCAN";
  private final World world = new World();
  private final IntakePart intake = world.intake();

  @Test
  void plaintext_is_refused_and_not_parsed() {
    byte[] plaintext = RequestFile.named(ID).requests(2).bytes();

    FileId id = intake.arrives(ID + ".req.ndjson.pgp", plaintext);

    assertRefused(world, id, F101, "PLAINTEXT");
  }

  @Test
  void a_damaged_file_is_refused() {
    byte[] sealed = intake.sealed(RequestFile.named(ID).requests(50).bytes(), world.keys().head());
    sealed[sealed.length - 40] ^= 1;

    assertRefused(world, intake.arrives(ID + ".req.ndjson.pgp", sealed), F101, "DAMAGED");
  }

  @Test
  void a_truncated_file_is_refused() {
    byte[] sealed = intake.sealed(RequestFile.named(ID).requests(50).bytes(), world.keys().head());

    FileId id = intake.arrives(ID + ".req.ndjson.pgp", Arrays.copyOf(sealed, sealed.length / 2));

    assertRefused(world, id, F101, "DAMAGED");
  }

  @Test
  void a_stranger_s_signature_is_refused_before_anything_it_says() {
    RequestFile file =
        RequestFile.named(ID).requests(3).change(2, line -> line.replace("surname", "nom"));

    assertRefused(
        world,
        intake.arrives(file.name(), intake.sealed(file.bytes(), world.keys().stranger())),
        F102,
        "UNKNOWN_SIGNER");
  }

  @Test
  void an_old_signature_is_refused() {
    RequestFile file = RequestFile.named(ID).requests(3);
    byte[] sealed = intake.sealed(file.bytes(), world.keys().head());
    world.passes(Duration.ofDays(31));

    assertRefused(world, intake.arrives(file.name(), sealed), F102, "SIGNED_TOO_EARLY");
  }

  @Test
  void a_file_without_a_published_name_is_answered_under_its_hash_and_keeps_no_name() {
    byte[] sealed = intake.sealed(RequestFile.named(ID).requests(2).bytes(), world.keys().head());

    FileId id = intake.arrives("Garcia Morales.pgp", sealed);

    assertThat(id.value())
        .isEqualTo("UNNAMED_20261124_" + RequestFile.sha256(sealed).substring(0, 16));
    assertRefused(world, "Garcia Morales.pgp", id, F103, "NAME");
    assertThat(world.list("select name from file").get(0)).startsWith("unpublished-");
    assertThat(world.count("select count(*) from file_chunk")).isZero();
  }

  private static RequestFile file() {
    return RequestFile.named(ID).requests(3);
  }

  @Test
  void a_header_that_disagrees_with_the_name_refuses_every_request_but_accounts_for_each() {
    RequestFile file = file().header(line -> line.replace(ID, "DHS-ICE_T_20261124_0009"));

    FileId id = intake.arrives(file);

    world.assertThatFile(id).isRefusedWith(ReasonCode.F103_FILENAME);
    assertThat(world.details(id)).containsExactly("HEADER");
    assertThat(world.list("select state || codes::text from request_status"))
        .containsExactly("REFUSED{}", "REFUSED{}", "REFUSED{}");
    assertThat(world.row("select requests, refused from file").toString().toLowerCase(Locale.ROOT))
        .isEqualTo("{requests=3, refused=3}");
    assertThat(world.accounting().entries(id)).hasSize(3).allMatch(AccountingEntry::intact);
  }

  @Test
  void a_pinned_key_that_is_not_the_requester_s_gives_a101() {
    FileId id = intake.arrives(file().name(), intake.sealed(file().bytes(), world.keys().other()));

    assertThat(world.codes(id)).containsExactly("A101_REQUESTER_NOT_AUTHORIZED");
    assertThat(world.state(id)).isEqualTo("REFUSED");
  }

  @Test
  void a_file_that_opens_to_more_than_was_agreed_is_not_read_to_its_end() {
    intake.opensAtMost(5_000);
    RequestFile file = RequestFile.named(ID).requests(50);

    FileId id = intake.arrives(file);

    assertThat(world.codes(id)).containsExactly(F112);
    assertThat(world.details(id)).containsExactly("SIZE");
  }
}
