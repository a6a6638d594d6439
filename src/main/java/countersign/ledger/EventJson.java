package countersign.ledger;

import countersign.request.Actor;
import countersign.request.Verb;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Reads and writes an event's canonical bytes: one JSON object in UTF-8 without spaces, as RFC 8785
 * specifies. Names are sorted, and every value except {@code facts} is a string.
 *
 * <pre>{"actor":"gateway:gateway","at":"2026-11-24T12:00:00.000Z","facts":{"count":"2"},
 * "salt":"(64 hex digits)","subject":"DHS-ICE_T_20261124_0001","v":"1","verb":"receive"}</pre>
 *
 * Reading accepts only bytes that writing produces.
 */
final class EventJson {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private EventJson() {}

  static byte[] write(Event event) {
    CanonicalJson facts = new CanonicalJson();
    event.facts().forEach(facts::text);
    return utf8(
        new CanonicalJson()
            .text("actor", event.actor().toString())
            .text("at", MILLIS.format(event.at()))
            .object("facts", facts)
            .text("salt", HexFormat.of().formatHex(event.salt()))
            .text("subject", event.subject())
            .text("v", "1")
            .text("verb", event.verb().storedName())
            .end());
  }

  static Event read(byte[] canonical) {
    try {
      JsonReader json = JsonReader.over(canonical);
      String actor = json.expect("{\"actor\":").string();
      String at = json.expect(",\"at\":").string();
      Map<String, String> facts = json.expect(",\"facts\":").strings();
      String salt = json.expect(",\"salt\":").string();
      String subject = json.expect(",\"subject\":").string();
      String verb = json.expect(",\"v\":\"1\",\"verb\":").string();
      json.expect("}").end();
      Event event =
          new Event(
              Verb.valueOf(verb.toUpperCase(Locale.ROOT)),
              subject,
              Instant.parse(at),
              actor(actor),
              facts,
              HexFormat.of().parseHex(salt));
      if (!Arrays.equals(write(event), canonical)) {
        throw new IllegalArgumentException("These bytes are an event, but not in canonical form");
      }
      return event;
    } catch (DateTimeParseException cause) {
      throw new IllegalArgumentException(
          "These bytes are not an event: the time is not valid", cause);
    }
  }

  private static Actor actor(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("These bytes are not an event: the actor has no kind");
    }
    String kind = text.substring(0, colon).toUpperCase(Locale.ROOT);
    return new Actor(Actor.Kind.valueOf(kind), text.substring(colon + 1));
  }

  private static byte[] utf8(CharSequence text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] exactly = new byte[bytes.remaining()];
      bytes.get(exactly);
      return exactly;
    } catch (CharacterCodingException cause) {
      throw new IllegalArgumentException("An event contains an incomplete character", cause);
    }
  }
}
