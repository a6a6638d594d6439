package countersign.verification;

import countersign.authority.Enrolment;
import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.Sha256;
import countersign.ledger.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code approval}.
 *
 * @param statement the signed bytes; null if the gateway made the row
 * @param texts what the statement says; empty if it is none
 */
record SignedRow(
    long number,
    Columns columns,
    byte @Nullable [] statement,
    byte @Nullable [] signature,
    @Nullable String key,
    Map<String, String> texts) {

  /** The columns that repeat what the statement says. */
  record Columns(
      String step,
      String account,
      String draftSha256,
      Instant at,
      @Nullable Instant expiresAt,
      @Nullable String informant,
      @Nullable String impairs) {}

  /** A row whose statement is not read yet. */
  record Stored(
      long number,
      Columns columns,
      byte @Nullable [] statement,
      byte @Nullable [] signature,
      @Nullable String key) {
    SignedRow read() {
      return new SignedRow(number, columns, statement, signature, key, texts(statement));
    }
  }

  static Stored of(ResultSet row) throws SQLException {
    Timestamp expires = row.getTimestamp("lapses_at");
    return new Stored(
        row.getLong("number"),
        new Columns(
            row.getString("step"),
            row.getString("account"),
            HexFormat.of().formatHex(row.getBytes("draft_sha256")),
            row.getTimestamp("at").toInstant(),
            expires == null ? null : expires.toInstant(),
            text(row.getObject("identifies_informant", Boolean.class)),
            text(row.getObject("impairs_investigation", Boolean.class))),
        row.getBytes("statement"),
        row.getBytes("signature"),
        row.getString("key_id"));
  }

  private static @Nullable String text(@Nullable Boolean answer) {
    return answer == null ? null : answer.toString();
  }

  private static Map<String, String> texts(byte @Nullable [] statement) {
    try {
      return statement == null ? Map.of() : CanonicalJson.read(statement);
    } catch (IllegalArgumentException noStatement) {
      return Map.of();
    }
  }

  boolean isSigned() {
    return statement != null;
  }

  String step() {
    return columns.step();
  }

  /** SHA-256 of the statement, hexadecimal; an empty string if there is none. */
  String statementHash() {
    return statement == null ? "" : Sha256.hex(statement);
  }

  String signatureHex() {
    return signature == null ? "" : HexFormat.of().formatHex(signature);
  }

  /** Whether the columns repeat what the statement about this request says. */
  boolean agreesWithStatement(String request) {
    return columns.step().equals(texts.get("step"))
        && columns.account().equals(texts.get("account"))
        && columns.draftSha256().equals(texts.get("draftSha256"))
        && columns.at().equals(time("at"))
        && Objects.equals(columns.expiresAt(), time("expiresAt"))
        && Objects.equals(columns.informant(), texts.get("identifiesInformant"))
        && Objects.equals(columns.impairs(), texts.get("impairsInvestigation"))
        && request.equals(texts.get("file") + "/" + texts.get("request"));
  }

  private @Nullable Instant time(String name) {
    String text = texts.get(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException noTime) {
      return Instant.MIN;
    }
  }

  /** The enrolled person who signed, with a key that was in force; empty if there is none. */
  Optional<Enrolled> signer(Enrolment enrolment) {
    if (statement == null || signature == null || key == null) {
      return Optional.empty();
    }
    return enrolment
        .of(key)
        .filter(who -> who.verifies(statement, signature))
        .filter(who -> who.person().id().equals(texts.get("person")))
        .filter(who -> who.key().account().equals(texts.get("account")))
        .filter(who -> who.inForceAt(Objects.requireNonNullElse(time("at"), Instant.MIN)));
  }

  /** The person whose key the row names; the signature is not verified here. */
  Optional<Enrolled> named(Enrolment enrolment) {
    return Optional.ofNullable(key).flatMap(enrolment::of);
  }
}
