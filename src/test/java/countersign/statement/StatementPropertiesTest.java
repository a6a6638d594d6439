package countersign.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.request.FileId;
import countersign.request.RequestKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The canonical bytes of a statement say exactly what the statement says. */
class StatementPropertiesTest {

  @Property(tries = 300)
  void a_statement_that_is_written_and_read_is_the_same(@ForAll("statements") Statement statement) {
    byte[] written = statement.write();
    assertThat(Statement.parse(written)).isEqualTo(statement);
    assertThat(Statement.parse(written).write()).isEqualTo(written);
  }

  @Property(tries = 300)
  void a_changed_byte_makes_another_statement_or_none(
      @ForAll("statements") Statement statement, @ForAll @IntRange(max = 4000) int place) {
    byte[] written = statement.write();
    written[place % written.length] ^= 1;
    Statement read = null;
    try {
      read = Statement.parse(written);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).isNotNull();
    }
    assertThat(read).isNotEqualTo(statement);
  }

  @Property(tries = 50)
  void blanks_and_unknown_members_are_refused(@ForAll("statements") Statement statement) {
    String text = new String(statement.write(), StandardCharsets.UTF_8);
    for (String other :
        List.of(
            text + " ",
            text.replaceFirst("\\{", "{ "),
            text.replaceFirst("}$", ",\"zone\":\"UTC\"}"),
            text.replace("countersign/decision/1", "countersign/decision/2"))) {
      assertThatThrownBy(() -> Statement.parse(other.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Provide
  Arbitrary<Statement> statements() {
    Arbitrary<String> words =
        Arbitraries.strings().ofMaxLength(12).filter(StatementPropertiesTest::isText);
    Arbitrary<String> ids =
        Arbitraries.strings().withCharRange('A', 'Z').withChars('-').ofMinLength(1).ofMaxLength(20);
    Arbitrary<Statement.Place> places =
        Combinators.combine(words, words, words, ids)
            .as(
                (installation, partner, agreement, request) ->
                    new Statement.Place(
                        installation,
                        "T",
                        partner,
                        agreement,
                        new RequestKey(new FileId("DHS-ICE_T_20261124_0001"), request)));
    Arbitrary<List<Statement.NamedOfficer>> officers =
        Combinators.combine(ids, ids, ids).as(Statement.NamedOfficer::new).list().ofMaxSize(3);
    Arbitrary<Statement.Answers> answers =
        Combinators.combine(
                Arbitraries.of(true, false).injectNull(0.2),
                Arbitraries.of(true, false).injectNull(0.2))
            .as(Statement.Answers::new);
    Arbitrary<Statement.Signer> signers =
        Combinators.combine(words, words, Arbitraries.integers()).as(Statement.Signer::new);
    Arbitrary<Instant> times =
        Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
    Arbitrary<Statement.About> about =
        Combinators.combine(ids.injectNull(0.5), ids.injectNull(0.5)).as(Statement.About::new);
    return Combinators.combine(
            places, ids, officers, answers, signers, times, times.injectNull(0.3), about)
        .as(
            (place, step, named, said, signer, at, until, what) ->
                new Statement(
                    place, step, 3, "00ff", named, "v1+ab", said, "ee11", signer, at, until, what));
  }

  private static boolean isText(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
