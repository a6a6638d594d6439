package countersign.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.crypto.Ed25519;
import countersign.crypto.Sha256;
import countersign.ledger.CanonicalJson;
import countersign.pgp.EnvelopeRefused;
import countersign.pgp.SecretKey;
import countersign.testkit.SealedBytes;
import countersign.testkit.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must hold of everything that leaves, read from the signed statements, the ledger's events
 * and the uploaded bytes. It knows neither the model nor a state.
 */
final class Safety {
  private final RealCase one;
  private final World world;

  Safety(RealCase one) {
    this.one = one;
    this.world = one.gateways.world;
  }

  private record Signed(long number, Map<String, String> says, byte[] statement, byte[] signature) {
    static Signed of(ResultSet row, int index) throws SQLException {
      byte[] statement = row.getBytes("statement");
      return new Signed(
          row.getLong("number"),
          CanonicalJson.read(statement),
          statement,
          row.getBytes("signature"));
    }
  }

  void holds() {
    List<String> disclosed =
        world.list(
            "select encode(item_sha256, 'hex') from response_item where request = ? and outcome = 'DISCLOSED'",
            one.key.toString());
    if (disclosed.isEmpty()) {
      assertThat(plaintext().filter(text -> text.contains("\"DISCLOSED\""))).isEmpty();
      return;
    }
    String sha256 = disclosed.get(0);
    Instant released = time("release").orElseThrow();
    Signed first = approved("ENDORSE", sha256, released);
    Signed second = approved("COUNTERSIGN", sha256, released);
    assertThat(first.says().get("person")).isNotEqualTo(second.says().get("person"));
    assertThat(second.says().get("firstSignature")).isEqualTo(Sha256.hex(first.signature()));
    isNotHalted(released);
    time("dispatch").ifPresent(this::isNotHalted);
    plaintext().ifPresent(text -> assertThat(itemHash(text)).isEqualTo(sha256));
    uploadedTo()
        .ifPresent(to -> assertThat(second.says().get("officers")).contains(to.fingerprint()));
  }

  /** The newest approval of this step before the release; it counts at the release. */
  private Signed approved(String step, String sha256, Instant released) {
    List<Signed> rows =
        world
            .tampering()
            .sql(
                """
                select number, statement, signature from approval a where id = ? and step = ? and at <= ?
                  and not exists (select from approval e where e.id = a.id and e.number > a.number
                    and e.step in ('LAPSE', 'LIFT', 'DECLINE')) order by number desc
                """)
            .params(one.key.toString(), step, Timestamp.from(released))
            .query(Signed::of)
            .list();
    assertThat(rows).as("%s of what was released", step).isNotEmpty();
    Signed row = rows.get(0);
    byte[] key = Gateways.publicKey(row.says().get("account"));
    assertThat(Ed25519.verifies(key, row.statement(), row.signature())).isTrue();
    assertThat(row.says()).containsEntry("step", step).containsEntry("draftSha256", sha256);
    Instant at = Instant.parse(row.says().get("at"));
    assertThat(released).isBefore(at.plus(Duration.ofHours(24)));
    return row;
  }

  /** The time of the first such event about the response. */
  private Optional<Instant> time(String verb) {
    return world
        .tampering()
        .sql(
            "select at from event where verb = ? and subject like ? || '.rsp.%' order by id limit 1")
        .params(verb, one.key.file().value())
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  private void isNotHalted(Instant at) {
    assertThat(
            world
                .tampering()
                .sql(
                    """
                select count(*) from event s where s.verb = 'stop'
                  and position(?::bytea in s.bytes) > 0 and s.id < (select min(id) from event e
                    where e.verb in ('release', 'dispatch') and e.at = ? and e.subject like ? || '.rsp.%')
                  and not exists (select from event l where l.subject = s.subject and l.verb = 'lift'
                    and l.id < (select min(id) from event e
                    where e.verb in ('release', 'dispatch') and e.at = ? and e.subject like ? || '.rsp.%'))
                """)
                .params(
                    one.key.file().value().getBytes(StandardCharsets.UTF_8),
                    Timestamp.from(at),
                    one.key.file().value(),
                    Timestamp.from(at),
                    one.key.file().value())
                .query(Long.class)
                .single())
        .as("stops and vetoes that were set and not lifted when it left")
        .isZero();
  }

  private Optional<SecretKey> uploadedTo() {
    return one.gateways.officers().stream().filter(key -> opened(key).isPresent()).findFirst();
  }

  private Optional<String> plaintext() {
    return uploadedTo().flatMap(this::opened);
  }

  private Optional<String> opened(SecretKey key) {
    byte[] uploaded = one.uploaded;
    if (uploaded == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new String(
              SealedBytes.open(
                  uploaded, key, world.keys().gateway().certificate(), world.clock().instant()),
              StandardCharsets.UTF_8));
    } catch (EnvelopeRefused otherRecipient) {
      return Optional.empty();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static String itemHash(String text) {
    String line =
        text.lines().filter(one -> one.contains("\"DISCLOSED\"")).findFirst().orElseThrow();
    return Sha256.hex(line.getBytes(StandardCharsets.UTF_8));
  }
}
