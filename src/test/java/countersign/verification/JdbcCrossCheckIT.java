package countersign.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import countersign.TestDatabase;
import countersign.ledger.VerificationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody changes in the tables beside the gateway is named with table and id. */
class JdbcCrossCheckIT {
  private static AnsweredWorld answered;

  @BeforeAll
  static void files_were_answered(@TempDir Path keys) {
    answered = new AnsweredWorld(keys);
  }

  @Test
  void tables_that_only_the_gateway_wrote_agree_with_the_ledger() {
    assertThat(answered.world.list("select outcome from response_item order by request"))
        .contains("DISCLOSED", "NOT_DISCLOSED");
    assertThat(
            answered.world.list(
                "select state || ' ' || array_to_string(codes, ' ') from request_status where file_id like '%_0007' order by number"))
        .containsExactly(
            "TAKEN ",
            "TAKEN R215_IN_CUSTODY_REVIEW",
            "REFUSED A112_HOLD_REFUSED R215_IN_CUSTODY_REVIEW",
            "REFUSED A110_COUNSEL_REFUSED A112_HOLD_REFUSED R215_IN_CUSTODY_REVIEW",
            "REFUSED A113_HOLD_LAPSED R215_IN_CUSTODY_REVIEW");
    assertThat(answered.verified().toString())
        .startsWith("The ledger verifies")
        .endsWith("The tables agree with the ledger.");
    assertThat(answered.verified().isFine()).isTrue();
  }

  @Test
  void an_event_that_was_deleted_with_its_leaf_is_named_by_its_row(@TempDir Path folder) {
    AnsweredWorld cheated = new AnsweredWorld(folder);
    cheated
        .world
        .tampering()
        .sql(
            """
            with gone as (delete from event where verb = 'decline' returning id)
            delete from leaf where event_id in (select id from gone)
            """)
        .update();

    Report report = cheated.verified();

    assertThat(report.ledger()).isInstanceOf(VerificationResult.Inconsistent.class);
    assertThat(report.isFine()).isFalse();
    assertThat(report.counts()).containsEntry(Report.LEDGER, 1L);
    assertThat(report.findings())
        .extracting(Finding::kind, Finding::table)
        .contains(tuple("approvals EXTRA", "approval"));
    assertThat(report.toString()).contains("S505_AUDIT_TAMPER").doesNotContain("Garcia");
  }

  static Stream<Cheat> cheats() {
    return Stream.of(
            CheatsAtDecisions.approvals(),
            CheatsAtDecisions.copies(),
            CheatsAtDecisions.drafts(),
            CheatsAtDecisions.stops(),
            CheatsAtFiles.origins(),
            CheatsAtFiles.codes(),
            CheatsAtFiles.reasons(),
            CheatsAtAnswers.responses(),
            CheatsAtAnswers.accounting(),
            CheatsAtAnswers.events(),
            CheatsAtJournal.responses(),
            CheatsAtJournal.journals(),
            CheatsAtSignatures.seals(),
            CheatsAtSignatures.actions(),
            CheatsAtDesk.decisions(),
            CheatsAtDesk.waivers(),
            CheatsAtAccounts.accounts(),
            CheatsAtAccounts.accesses())
        .flatMap(List::stream);
  }

  @Test
  void the_page_of_cheats_says_how_many_there_are() throws IOException {
    assertThat(Path.of("docs/security/cheats.md"))
        .content()
        .contains("| any of %d changes of a row or event ".formatted(cheats().count()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cheats")
  void a_cheat_is_named_with_table_and_id(Cheat cheat) throws SQLException {
    try (Connection connection =
        TestDatabase.tampering(answered.world.database()).getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        String before = id(statement, cheat.id());
        statement.execute(cheat.sql());
        String id = before.isEmpty() ? id(statement, cheat.id()) : before;

        List<Finding> found = AnsweredWorld.check().compare(connection).kept();

        assertThat(found)
            .as("%s", found)
            .anySatisfy(
                finding -> {
                  assertThat(finding.fault()).isEqualTo(cheat.fault());
                  assertThat(finding.table()).isEqualTo(cheat.table());
                  assertThat(finding.id()).isEqualTo(id);
                });
      } finally {
        connection.rollback();
      }
    }
  }

  private static String id(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
