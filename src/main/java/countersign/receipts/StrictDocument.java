package countersign.receipts;

import countersign.request.FileDetail;
import countersign.request.FileDetail.Detail;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Refuses what a reader of JSON would quietly mend: a field twice, anything in place of a text, a
 * second document, and bytes that are not UTF-8. A document is one object of texts.
 */
public final class StrictDocument {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private StrictDocument() {}

  /** The refusal of a document that is not of the published form. */
  public static Refused refused(Detail detail) {
    return new Refused(
        List.of(ReasonCode.F109_SCHEMA),
        List.of(new FileDetail(ReasonCode.F109_SCHEMA, detail, null)));
  }

  /**
   * Checks the form of a document.
   *
   * @throws Refused F109 if it is not one object of texts
   */
  public static void check(byte[] document) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
    } catch (CharacterCodingException quotesTheBytes) {
      throw refused(Detail.UTF8);
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw refused(parser.currentToken() == null ? Detail.JSON : Detail.TYPE);
      }
      fields(parser);
      if (parser.nextToken() != null) {
        throw refused(Detail.JSON);
      }
    } catch (JacksonException quotesTheDocument) {
      throw refused(Detail.JSON);
    }
  }

  private static void fields(JsonParser parser) {
    Set<String> names = new HashSet<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_OBJECT;
        token = parser.nextToken()) {
      if (token != JsonToken.PROPERTY_NAME) {
        throw refused(Detail.JSON);
      }
      if (!names.add(parser.currentName())) {
        throw refused(Detail.DUPLICATE_KEY);
      }
      JsonToken value = parser.nextToken();
      if (value != JsonToken.VALUE_STRING) {
        throw refused(value == null ? Detail.JSON : Detail.TYPE);
      }
      if (parser.getString().codePoints().anyMatch(StrictDocument::isHalf)) {
        throw refused(Detail.UTF8);
      }
    }
  }

  /** Half of a pair that stands for one character. */
  private static boolean isHalf(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }
}
