package countersign.recordsource;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Refuses what a reader of JSON would quietly mend: a field twice, a number or a boolean in place
 * of a text, a second document, and a reply that is too long or too deep.
 */
public final class StrictReply {
  /** Largest reply in bytes: 500 answers with many rows each stay far below it. */
  public static final int MOST_BYTES = 16 << 20;

  private static final int DEEPEST = 8;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private StrictReply() {}

  /**
   * Checks the form of a reply.
   *
   * @throws countersign.request.Unavailable if it is refused
   */
  public static void check(byte[] reply) {
    if (reply.length > MOST_BYTES) {
      throw RefusedReply.because("TOO_LONG");
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), reply)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw RefusedReply.because("NO_OBJECT");
      }
      int depth = 1;
      while (depth > 0) {
        depth += step(parser, parser.nextToken());
        if (depth > DEEPEST) {
          throw RefusedReply.because("TOO_DEEP");
        }
      }
      if (parser.nextToken() != null) {
        throw RefusedReply.because("TWO_DOCUMENTS");
      }
    } catch (JacksonException quotesTheReply) {
      throw RefusedReply.because("NOT_JSON or a field twice");
    }
  }

  private static int step(JsonParser parser, JsonToken token) {
    if (token == null) {
      throw RefusedReply.because("CUT_OFF");
    }
    return switch (token) {
      case START_OBJECT, START_ARRAY -> 1;
      case END_OBJECT, END_ARRAY -> -1;
      case VALUE_TRUE, VALUE_FALSE -> {
        if (!"lastKnown".equals(parser.currentName())) {
          throw RefusedReply.because("a boolean in place of a text");
        }
        yield 0;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          throw RefusedReply.because("a number in place of a text");
      default -> 0;
    };
  }
}
