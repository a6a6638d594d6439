package countersign.pipeline;

import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.crypto.Sha256;
import countersign.pgp.SecretKey;
import countersign.request.FileId;
import countersign.testkit.SealedBytes;
import countersign.testkit.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Receipts and dispositions through the shipped route: what is accepted, and what is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptRouteIT {
  private World world;
  private ReceiptRoute route;
  private String response = "";
  private String hash = "";
  private int number;

  @BeforeAll
  void a_response_is_delivered(@TempDir Path keys) throws Exception {
    world = new World(keys);
    world.approvals().holds(1);
    FileId file = world.delivery().takes(2);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    world.delivery().runs();
    response = world.delivery().responses().get(0).replace(".ndjson.pgp", "");
    hash = Sha256.hex(world.delivery().outbox().get(response + ".ndjson.pgp"));
    route = new ReceiptRoute(world, (recall, response) -> false);
  }

  @AfterAll
  void stop_the_route() {
    route.close();
  }

  private String document(String kind) {
    return "{\"format\":\"countersign/1\",\"responseId\":\"%s\",\"officerId\":\"OFF-0401\",\"kind\":\"%s\",\"sealedSha256\":\"%s\",\"at\":\"2026-11-24T12:00:00Z\"}"
        .formatted(response, kind, hash);
  }

  private String name() {
    return "%s.dsp.OFF-0401.%03d.json.pgp".formatted(response, ++number);
  }

  private String sent(String json) {
    return route.verdict(route.takes(name(), route.sealed(json)));
  }

  private List<String> custody() {
    return world.list("select state || ' ' || coalesce(disposition, '-') from custody order by id");
  }

  @Test
  void a_malformed_document_gets_its_code_and_changes_nothing() {
    List<ReceiptVariant> all = ReceiptVariant.all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(60);
    List<String> before = custody();
    List<String> wrong = new ArrayList<>();
    for (ReceiptVariant variant : all) {
      String verdict = sent(variant.spoil().apply(document("RECEIVED")));
      if (!verdict.equals("REFUSED " + variant.answer())) {
        wrong.add(variant + ": " + verdict + ", expected " + variant.answer());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(custody()).isEqualTo(before);
    assertThat(world.list("select id from work where stage = 'acknowledge' and id like '%.dsp.%'"))
        .hasSizeGreaterThanOrEqualTo(all.size())
        .allMatch(id -> id.matches(response + "\\.dsp\\.OFF-0401\\.[0-9]{3}\\.ack\\.001"));
  }

  @Test
  void a_document_that_another_key_signed_or_that_is_not_sealed_is_refused() {
    byte[] good = document("RECEIVED").getBytes(StandardCharsets.UTF_8);
    assertThat(route.verdict(route.takes(name(), good)))
        .isEqualTo("REFUSED F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED PLAINTEXT");
    for (SecretKey other :
        List.of(world.keys().head(), world.keys().agency(), world.keys().stranger())) {
      assertThat(route.verdict(route.takes(name(), world.intake().sealed(good, other))))
          .isEqualTo("REFUSED F102_SIGNATURE_INVALID UNKNOWN_SIGNER");
    }
    byte[] old =
        SealedBytes.seal(
            good,
            world.keys().officer(),
            world.keys().gateway().certificate(),
            world.clock().instant().minus(Duration.ofDays(31)));
    assertThat(route.verdict(route.takes(name(), old)))
        .isEqualTo("REFUSED F102_SIGNATURE_INVALID SIGNED_TOO_EARLY");
  }

  @Test
  void an_officer_or_response_that_is_unknown_is_answered_and_changes_nothing() {
    String other =
        document("RECEIVED").replace(response, response.replaceAll("rsp\\..*", "rsp.ABCDEFGH"));
    String unsent = response.replaceAll("rsp\\..*", "rsp.ABCDEFGH") + ".dsp.OFF-0401.001.json.pgp";
    assertThat(route.verdict(route.takes(unsent, route.sealed(other))))
        .isEqualTo("REFUSED S507_UNKNOWN_RESPONSE");
    String stranger = response + ".dsp.OFF-9999.001.json.pgp";
    assertThat(
            route.verdict(
                route.takes(
                    stranger, route.sealed(document("RECEIVED").replace("OFF-0401", "OFF-9999")))))
        .isEqualTo("REFUSED F102_SIGNATURE_INVALID UNKNOWN_SIGNER");
  }

  @Test
  void a_receipt_and_a_disposition_are_filed_once() {
    String name = name();
    byte[] sealed = route.sealed(document("RECEIVED"));
    FileId first = route.takes(name, sealed);
    assertThat(route.verdict(first)).isEqualTo("FILED");
    assertThat(custody()).containsExactly("RECEIVED -");
    route.takes(name, sealed);
    assertThat(sent(document("RECEIVED")))
        .as("once more, under a number of its own")
        .isEqualTo("FILED");
    assertThat(sent(document("STILL_PROTECTED"))).isEqualTo("FILED");
    List<String> day = world.list("select review_by::text from custody");
    assertThat(sent(document("STILL_PROTECTED"))).isEqualTo("FILED");
    assertThat(world.list("select review_by::text from custody"))
        .as("a new day once")
        .isEqualTo(day);
    assertThat(
            sent(
                document("MADE_UNDISCLOSABLE")
                    .replace("}", ",\"method\":\"Shredded under NIST SP 800-88\"}")))
        .isEqualTo("FILED");
    assertThat(custody()).containsExactly("DISPOSED MADE_UNDISCLOSABLE");
    assertThat(sent(document("RETURNED"))).isEqualTo("FILED");
    assertThat(custody())
        .as("the first certificate stays")
        .containsExactly("DISPOSED MADE_UNDISCLOSABLE");
    assertThat(
            world.list(
                "select verb from event where subject = '"
                    + response
                    + "' and verb in ('confirm', 'dispose')"))
        .containsExactlyInAnyOrder("confirm", "dispose", "dispose");
    assertThat(world.list("select id from acknowledgement where file_id = '" + first.value() + "'"))
        .isEmpty();
    assertThat(world.intake().inbox().folder("dhs-ice", name, sealed.length)).contains("archive");
  }
}
