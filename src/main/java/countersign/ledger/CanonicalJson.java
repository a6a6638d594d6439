package countersign.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object the same way every time: fields in the order they are added, absent values
 * left out, no blanks, and texts as RFC 8785 writes them. Enough for an event and an entry, and
 * free of a library whose next version might write other bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785#section-3.2.2.2">RFC 8785, 3.2.2.2</a>
 */
public final class CanonicalJson {
  private final StringBuilder out;
  private boolean first = true;

  /** An object without fields. */
  public CanonicalJson() {
    this(new StringBuilder(2048));
  }

  private CanonicalJson(StringBuilder out) {
    this.out = out.append('{');
  }

  /** Writes an object of texts, sorted by name, as RFC 8785 writes it. */
  public static byte[] write(SortedMap<String, String> texts) {
    CanonicalJson json = new CanonicalJson();
    texts.forEach(json::text);
    return json.end().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads an object that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the bytes are anything else
   */
  public static SortedMap<String, String> read(byte[] utf8) {
    SortedMap<String, String> texts = texts(utf8);
    if (!Arrays.equals(write(texts), utf8)) {
      throw new IllegalArgumentException("These bytes are not canonical JSON");
    }
    return texts;
  }

  /**
   * Reads an object of texts. The caller compares the bytes with what it writes itself.
   *
   * @throws IllegalArgumentException if the bytes are no object of texts
   */
  public static SortedMap<String, String> texts(byte[] utf8) {
    JsonReader reader = JsonReader.over(utf8);
    SortedMap<String, String> texts = new TreeMap<>(reader.strings());
    reader.end();
    return texts;
  }

  /** A text; left out if it is null. */
  public CanonicalJson text(String name, @Nullable String value) {
    if (value != null) {
      name(name);
      quoted(value);
    }
    return this;
  }

  /** A list of texts. */
  public CanonicalJson texts(String name, Collection<String> values) {
    name(name);
    out.append('[');
    boolean begun = false;
    for (String value : values) {
      if (begun) {
        out.append(',');
      }
      quoted(value);
      begun = true;
    }
    out.append(']');
    return this;
  }

  /** A value that is canonical JSON already. */
  public CanonicalJson verbatim(String name, byte[] json) {
    name(name);
    out.append(new String(json, StandardCharsets.UTF_8));
    return this;
  }

  /** An object. */
  public CanonicalJson object(String name, CanonicalJson object) {
    name(name);
    out.append(object.end());
    return this;
  }

  /** Objects, one after the other. */
  public CanonicalJson objects(String name, List<CanonicalJson> objects) {
    name(name);
    out.append('[');
    String comma = "";
    for (CanonicalJson object : objects) {
      out.append(comma).append(object.end());
      comma = ",";
    }
    out.append(']');
    return this;
  }

  /** The object; nothing may be added afterwards. */
  public String end() {
    return out.append('}').toString();
  }

  private void name(String name) {
    if (!first) {
      out.append(',');
    }
    first = false;
    quoted(name);
    out.append(':');
  }

  private void quoted(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
