package countersign.console;

import countersign.request.WrittenText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/** Reads a text of a body: a JSON string and nothing else, and only one that can be stored. */
final class StrictText extends StdDeserializer<String> {

  StrictText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (String) context.handleUnexpectedToken(String.class, parser);
    }
    String text = parser.getString();
    if (!WrittenText.isStorable(text)) {
      throw InvalidFormatException.from(
          parser, "This text cannot be stored", "a text that cannot be stored", String.class);
    }
    return text;
  }
}
