package countersign.verification;

import countersign.authority.ActionSignatures;
import countersign.authority.Enrolment;
import countersign.ledger.LogKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The installations in whose name people sign their actions: those that the ledger's key names in
 * its statements about sealings.
 */
final class Installations {
  private static final String INSTALLATIONS =
      """
      select distinct on (name) name, statement, signature from (
        select substring(encode(statement, 'escape') from '"installation":"([0-9A-Fa-f]+)"') as name, number, statement, signature
        from seal_statement) one
      order by name, number
      """;

  private Installations() {}

  /** The signatures of people in each installation; empty before the first sealing. */
  static List<ActionSignatures> of(Snapshot snapshot, LogKey key, Enrolment enrolment) {
    try (var rows =
        snapshot.rows(
            INSTALLATIONS,
            row -> {
              byte[] statement = row.getBytes("statement");
              return key.verifies(statement, row.getBytes("signature"))
                  ? Optional.of(statement)
                  : Optional.<byte[]>empty();
            })) {
      return rows.all().stream()
          .flatMap(Optional::stream)
          .map(SealStatementCheck::texts)
          .map(
              texts ->
                  new ActionSignatures(
                      Objects.requireNonNullElse(texts.get("installation"), ""),
                      Objects.requireNonNullElse(texts.get("environment"), ""),
                      enrolment))
          .toList();
    }
  }
}
