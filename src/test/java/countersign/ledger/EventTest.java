package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.request.Actor;
import countersign.request.Verb;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every event has one canonical form, and other bytes are refused. */
class EventTest {
  private static final Instant AT = Instant.parse("2026-11-24T12:00:00.120Z");
  private static final Event EVENT =
      new Event(
          Verb.RECEIVE,
          "DHS-ICE_T_20261124_0001",
          AT,
          Actor.partner("dhs-ice"),
          Map.of("requests", "2", "codes", "R215,R224"),
          new byte[32]);

  @Test
  void the_canonical_bytes_are_sorted_json_without_spaces() {
    assertThat(text(EVENT))
        .isEqualTo(
            "{\"actor\":\"partner:dhs-ice\",\"at\":\"2026-11-24T12:00:00.120Z\",\"facts\":{"
                + "\"codes\":\"R215,R224\",\"requests\":\"2\"},\"salt\":\""
                + "00".repeat(32)
                + "\",\"subject\":\"DHS-ICE_T_20261124_0001\",\"v\":\"1\",\"verb\":\"receive\"}");
  }

  @Test
  void an_event_is_the_same_after_writing_and_reading() {
    Event strange =
        Event.of(
            Verb.ADOPT,
            "agreements/\"x\".yaml",
            AT,
            Actor.GATEWAY,
            Map.of("tab\tquote\"", "back\\slash \n \u0001 \u001f \u007f é 漢 \ud83d\udd11 /"));

    Event read = Event.parse(strange.canonical());

    assertThat(read.canonical()).isEqualTo(strange.canonical());
    assertThat(read.facts()).isEqualTo(strange.facts());
    assertThat(read.subject()).isEqualTo(strange.subject());
    assertThat(read.actor()).isEqualTo(Actor.GATEWAY);
    assertThat(read.at()).isEqualTo(AT);
    assertThat(read.verb()).isEqualTo(Verb.ADOPT);
    assertThat(read.salt()).isEqualTo(strange.salt());
    assertThat(
            Event.parse(Event.of(Verb.LIFT, "", AT, Actor.GATEWAY, Map.of()).canonical()).facts())
        .isEmpty();
  }

  @Test
  void two_equal_events_have_different_leaves_because_the_salt_is_random() {
    Event one = Event.of(Verb.SEAL, "x", AT, Actor.GATEWAY, Map.of());
    Event other = Event.of(Verb.SEAL, "x", AT, Actor.GATEWAY, Map.of());

    assertThat(Hash.leaf(one.canonical())).isNotEqualTo(Hash.leaf(other.canonical()));
  }

  @Test
  void bytes_in_any_other_form_are_refused() {
    String good = text(EVENT);
    for (String bad :
        new String[] {
          "",
          "{}",
          good + " ",
          good.substring(0, good.length() - 1),
          good.replace(":{\"codes", ": {\"codes"),
          good.replace(
              "\"codes\":\"R215,R224\",\"requests\":\"2\"",
              "\"requests\":\"2\",\"codes\":\"R215,R224\""),
          good.replace("12:00:00.120Z", "12:00:00.12Z"),
          good.replace("12:00:00.120Z", "noon"),
          good.replace("partner:", "nobody:"),
          good.replace("partner:", ""),
          good.replace("\"receive\"", "\"steal\""),
          good.replace("R215", "\\u0052215"),
          good.replace("R215", "\\x"),
          good.replace("R215", "\\u00"),
          good.replace("0000\"", "000\""),
          good.replace("\"v\":\"1\"", "\"v\":\"2\"")
        }) {
      byte[] bytes = bad.getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> Event.parse(bytes))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Event.parse(new byte[] {(byte) 0xc3, 0x28}))
        .hasMessage("These bytes are not an event: they are not UTF-8");
  }

  @Test
  void an_incomplete_character_and_a_time_finer_than_a_millisecond_are_refused() {
    assertThatThrownBy(() -> Event.of(Verb.SEAL, "\ud83d", AT, Actor.GATEWAY, Map.of()).canonical())
        .hasMessage("An event contains an incomplete character");
    assertThatThrownBy(
            () -> new Event(Verb.SEAL, "x", AT.plusNanos(1), Actor.GATEWAY, Map.of(), new byte[32]))
        .hasMessageEndingWith("the ledger allows whole milliseconds only");
    assertThat(Event.of(Verb.SEAL, "x", AT.plusNanos(1), Actor.GATEWAY, Map.of()).at())
        .isEqualTo(AT);
  }

  private static String text(Event event) {
    return new String(event.canonical(), StandardCharsets.UTF_8);
  }
}
