package countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.authority.Schedule;
import countersign.authority.TestAuthority;
import countersign.delivery.PartnersView.Sent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R47: after a look-up, a partner cannot observe why nothing was disclosed. Code, length and time
 * of the answer are the same for every reason. Control tests leak the reason on purpose and show
 * that the statistics detect it.
 */
@Proves("R47")
class JdbcNoOracleIT {
  private static final List<Inner> UNDISCLOSED =
      List.copyOf(EnumSet.complementOf(EnumSet.of(Inner.DISCLOSED)));
  private static final int FILES_EACH = 6;
  private static final long SEED = 20261124;
  @TempDir Path keys;

  private static Schedule schedule(boolean whenAllDecided, boolean cover) {
    return new Schedule(
        List.of(LocalTime.of(10, 0), LocalTime.of(16, 0)),
        null,
        Duration.ofDays(3),
        whenAllDecided,
        Duration.ofDays(14),
        Duration.ofHours(24),
        Duration.ofDays(180),
        Duration.ZERO,
        cover);
  }

  private static <N extends Number> Map<Inner, List<N>> by(
      List<Sent> seen, Function<Sent, N> what) {
    Map<Inner, List<N>> values = new EnumMap<>(Inner.class);
    seen.forEach(
        one -> values.computeIfAbsent(one.inner, none -> new ArrayList<>()).add(what.apply(one)));
    return values;
  }

  private static long waited(Sent sent) {
    return Duration.between(sent.acknowledgedAt, sent.answeredAt.get(0)).toSeconds();
  }

  /** The text with placeholders for what always differs: ids, nonces, hashes and times. */
  private static String shape(String text) {
    return text.replaceAll("[0-9a-f]{32,64}", "<hex>")
        .replaceAll("\\.rsp\\.[A-Z2-7]{8}", ".rsp.<random>")
        .replaceAll("DHS-ICE_T_20261124_[0-9]{4}", "<file>")
        .replaceAll("2026-1[12]-[0-9]{2}T[0-9:.]+Z", "<moment>")
        .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}", "<day>")
        // Outside production the ledger's size is not rounded up to a multiple of 1,024.
        .replaceAll("\"size\":[0-9]+", "\"size\":<events>")
        .replaceAll("\"pad\":\" *\"", "\"pad\":<pad>");
  }

  @Test
  void bytes_sizes_and_times_do_not_reveal_why_nothing_was_disclosed() throws IOException {
    PartnersView view = new PartnersView(keys, schedule(false, false), SEED);
    List<Sent> seen = view.plays(UNDISCLOSED, FILES_EACH);

    assertThat(seen).hasSize(UNDISCLOSED.size() * FILES_EACH);
    Set<String> inner = new HashSet<>();
    seen.forEach(one -> inner.addAll(innerCodes(view, one)));
    assertThat(inner).as("what the gateway itself knows").hasSizeGreaterThan(6);
    Set<String> acknowledgements = new HashSet<>();
    Set<String> responses = new HashSet<>();
    Set<Integer> lengths = new HashSet<>();
    for (Sent one : seen) {
      assertThat(one.responses).as("one answer to %s", one.inner).hasSize(1);
      assertThat(view.worked(one)).as("work on %s was timed", one.file).isPositive();
      assertThat(one.answeredAt.get(0)).isEqualTo(firstReleaseAfterDeadline(one));
      acknowledgements.add(shape(view.acknowledgement(one)));
      String text = view.response(one.responses.get(0));
      lengths.add(text.length());
      responses.add(shape(text));
    }
    assertThat(acknowledgements).hasSize(1);
    assertThat(responses).hasSize(1);
    assertThat(lengths).containsExactly(4_096);
    assertThat(Leak.probability(by(seen, JdbcNoOracleIT::waited))).isGreaterThan(Leak.ALPHA);
    assertThat(Leak.probability(by(seen, one -> sealed(view, one.responses.get(0)))))
        .isGreaterThan(Leak.ALPHA);
    assertThat(
            Leak.probability(by(seen, one -> sealed(view, PartnersView.acknowledgementName(one)))))
        .isGreaterThan(Leak.ALPHA);
    assertThat(Leak.probability(by(seen, one -> lengthIfTold(view, one))))
        .as("the control: a length that depends on the outcome, were the inner code written out")
        .isLessThan(Leak.ALPHA);
    assertThat(Leak.probability(by(seen, view::worked)))
        .as("how long the gateway works on an answer")
        .isGreaterThan(Leak.ALPHA);
  }

  /** The control: only environment T may answer early, once all requests are decided. */
  @Test
  void an_answer_time_that_depends_on_the_outcome_is_detected() {
    PartnersView view = new PartnersView(keys, schedule(true, false), SEED);
    List<Sent> seen =
        view.plays(
            List.of(
                Inner.NO_RECORD,
                Inner.ANOTHER_NAME,
                Inner.REFUSED_FIRST,
                Inner.REFUSED_SECOND,
                Inner.IMPAIRED,
                Inner.NEVER_DECIDED),
            FILES_EACH);

    assertThat(Leak.probability(by(seen, JdbcNoOracleIT::waited))).isLessThan(Leak.ALPHA);
  }

  @Test
  void with_cover_traffic_a_disclosure_adds_no_files_and_no_bytes() throws IOException {
    PartnersView view = new PartnersView(keys, schedule(false, true), SEED);
    List<Sent> seen = view.plays(List.of(Inner.NO_RECORD, Inner.REFUSED_FIRST, Inner.DISCLOSED), 2);

    assertThat(seen).hasSize(6);
    for (Sent one : seen) {
      assertThat(one.answeredAt).as("%s", one.inner).isEqualTo(everyRelease(one));
      for (String name : one.responses) {
        assertThat(view.response(name)).hasSize(4_096);
      }
    }
  }

  /** The internal codes of a file's requests; the partner receives one code for all of them. */
  private static List<String> innerCodes(PartnersView view, Sent one) {
    return view.world.accounting().entries(one.file).stream()
        .filter(entry -> entry.kind().name().equals("DISPOSITION"))
        .flatMap(entry -> codes(entry.json()).stream())
        .toList();
  }

  private static int lengthIfTold(PartnersView view, Sent one) {
    return 4_096 + innerCodes(view, one).stream().mapToInt(String::length).sum();
  }

  private static List<String> codes(String json) {
    return Arrays.stream(json.split("\"", -1))
        .filter(text -> text.matches("[MD][34][0-9]{2}_.*"))
        .toList();
  }

  private static int sealed(PartnersView view, String name) {
    return view.world.delivery().outbox().get(name).length;
  }

  private static Instant firstReleaseAfterDeadline(Sent one) {
    Instant deadline = one.acknowledgedAt.plus(Duration.ofDays(3));
    return releases().firstFrom(deadline).orElseThrow();
  }

  /** The release times from the first after the acknowledgement to the first after the deadline. */
  private static List<Instant> everyRelease(Sent one) {
    List<Instant> times = new ArrayList<>();
    Instant last = firstReleaseAfterDeadline(one);
    Instant next = releases().firstFrom(one.acknowledgedAt.plusMillis(1)).orElseThrow();
    while (!next.isAfter(last)) {
      times.add(next);
      next = releases().firstFrom(next.plusMillis(1)).orElseThrow();
    }
    return times;
  }

  private static ReleaseTimes releases() {
    return ReleaseTimes.of(TestAuthority.agreement(schedule(false, false)));
  }
}
