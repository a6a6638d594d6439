package countersign.statement;

import countersign.ledger.CanonicalJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the canonical bytes of a {@link Statement}. Stateless. */
final class StatementReader {
  private StatementReader() {}

  static Statement read(byte[] bytes) {
    Map<String, String> texts = CanonicalJson.texts(bytes);
    if (!Statement.DOMAIN.equals(texts.get("domain"))) {
      throw new IllegalArgumentException("These bytes are not the statement of a decision");
    }
    try {
      Statement statement = statement(texts);
      if (Arrays.equals(statement.write(), bytes)) {
        return statement;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("A statement has a time that is none", e);
    }
    throw new IllegalArgumentException("A statement has a member that is unknown or not canonical");
  }

  private static Statement statement(Map<String, String> texts) {
    return new Statement(
        new Statement.Place(
            required(texts, "installation"),
            required(texts, "environment"),
            required(texts, "partner"),
            required(texts, "agreement"),
            Statement.key(required(texts, "file"), required(texts, "request"))),
        required(texts, "step"),
        Integer.parseInt(required(texts, "draftGeneration")),
        required(texts, "draftSha256"),
        Statement.officers(required(texts, "officers")),
        required(texts, "ruleSet"),
        new Statement.Answers(
            answer(texts, "identifiesInformant"), answer(texts, "impairsInvestigation")),
        required(texts, "reasonDigest"),
        new Statement.Signer(
            required(texts, "person"),
            required(texts, "account"),
            Integer.parseInt(required(texts, "enrolment"))),
        Instant.parse(required(texts, "at")),
        time(texts.get("expiresAt")),
        new Statement.About(texts.get("firstSignature"), texts.get("lifted")));
  }

  private static String required(Map<String, String> texts, String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("A statement lacks its member " + name);
    }
    return text;
  }

  private static @Nullable Boolean answer(Map<String, String> texts, String name) {
    String text = texts.get(name);
    return text == null ? null : Boolean.valueOf(text);
  }

  private static @Nullable Instant time(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
