package countersign.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Reads the subset of JSON that {@link EventJson} writes. Not thread-safe. */
final class JsonReader {
  private final String text;
  private int position;

  private JsonReader(String text) {
    this.text = text;
  }

  static JsonReader over(byte[] utf8) {
    try {
      return new JsonReader(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException cause) {
      throw new IllegalArgumentException("These bytes are not an event: they are not UTF-8", cause);
    }
  }

  JsonReader expect(String literal) {
    if (!text.startsWith(literal, position)) {
      throw wrong();
    }
    position += literal.length();
    return this;
  }

  void end() {
    if (position != text.length()) {
      throw wrong();
    }
  }

  Map<String, String> strings() {
    Map<String, String> found = new TreeMap<>();
    expect("{");
    while (next() != '}') {
      if (!found.isEmpty()) {
        expect(",");
      }
      String name = string();
      found.put(name, expect(":").string());
    }
    expect("}");
    return found;
  }

  String string() {
    expect("\"");
    StringBuilder value = new StringBuilder();
    while (next() != '"') {
      char c = text.charAt(position++);
      value.append(c == '\\' ? escaped() : c);
    }
    expect("\"");
    return value.toString();
  }

  private char escaped() {
    char c = next();
    position++;
    return switch (c) {
      case '"', '\\' -> c;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'u' -> control();
      default -> throw wrong();
    };
  }

  private char control() {
    if (position + 4 > text.length()) {
      throw wrong();
    }
    int code = Integer.parseInt(text, position, position + 4, 16);
    position += 4;
    return (char) code;
  }

  private char next() {
    if (position >= text.length()) {
      throw wrong();
    }
    return text.charAt(position);
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "These bytes are not an event: character %d of %d is not the expected one"
            .formatted(position + 1, text.length()));
  }
}
