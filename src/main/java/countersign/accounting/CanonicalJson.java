package countersign.accounting;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON object in one canonical form: fields in the order in which they are added, absent
 * values omitted, no white space, minimal escaping. Written by hand so that the next version of a
 * library cannot change the bytes.
 */
final class CanonicalJson {
  private final StringBuilder out;
  private boolean first = true;

  CanonicalJson() {
    this(new StringBuilder(2048));
  }

  private CanonicalJson(StringBuilder out) {
    this.out = out.append('{');
  }

  CanonicalJson text(String name, @Nullable String value) {
    if (value != null) {
      name(name);
      quoted(value);
    }
    return this;
  }

  CanonicalJson texts(String name, Collection<String> values) {
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

  /** Adds a value that is already canonical JSON. */
  CanonicalJson verbatim(String name, byte[] json) {
    name(name);
    out.append(new String(json, StandardCharsets.UTF_8));
    return this;
  }

  /** Adds an array of objects. */
  CanonicalJson objects(String name, List<CanonicalJson> objects) {
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

  /** Ends the object and returns it; nothing may be added afterwards. */
  String end() {
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
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00").append(c < 16 ? '0' : '1').append(Character.forDigit(c & 15, 16));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
