package countersign.endtoend;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values that occur nowhere else, and every form in which one of them could leak: as text in any
 * case, UTF-16, hexadecimal, Base64 at any offset, URL-encoded; numbers also with dashes.
 */
final class Canaries {
  private static final int START = 3;

  private record Form(String name, byte[] bytes) {}

  private final Map<Integer, List<Form>> forms = new HashMap<>();
  private final BitSet starts = new BitSet(1 << 24);

  /**
   * Searches for these values. Short values such as a name control of four letters are unsuitable
   * because they also occur by chance.
   */
  Canaries(Collection<String> values) {
    for (String value : values) {
      texts(value);
      if (value.matches("[0-9]{9}")) {
        texts(value.substring(0, 3) + "-" + value.substring(3, 5) + "-" + value.substring(5));
      }
    }
  }

  private void texts(String value) {
    add(value + " as text", value.getBytes(StandardCharsets.UTF_8));
    add(value + " as UTF-16", value.getBytes(StandardCharsets.UTF_16BE));
    add(value + " as UTF-16", value.getBytes(StandardCharsets.UTF_16LE));
    for (String spelt :
        new TreeSet<>(
            List.of(value, value.toUpperCase(Locale.ROOT), value.toLowerCase(Locale.ROOT)))) {
      for (Charset charset :
          List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        byte[] bytes = spelt.getBytes(charset);
        add(value + " as hex", ascii(HexFormat.of().formatHex(bytes)));
        add(value + " as hex", ascii(HexFormat.ofDelimiter(" ").formatHex(bytes)));
        add(value + " as URL", ascii("%" + HexFormat.ofDelimiter("%").formatHex(bytes)));
        for (int offset = 0; offset < START; offset++) {
          String encoded = base64(bytes, offset);
          add(value + " as Base64", ascii(encoded));
          add(value + " as Base64", ascii(encoded.replace('+', '-').replace('/', '_')));
        }
      }
    }
  }

  /** The Base64 characters that depend only on the value if it starts at this offset in a block. */
  private static String base64(byte[] value, int offset) {
    byte[] shifted = new byte[offset + value.length];
    System.arraycopy(value, 0, shifted, offset, value.length);
    String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    return whole.substring((offset * 8 + 5) / 6, shifted.length * 8 / 6);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void add(String name, byte[] bytes) {
    byte[] folded = bytes.clone();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = folded(folded[i]);
    }
    int start = start(folded, 0);
    starts.set(start);
    forms.computeIfAbsent(start, any -> new ArrayList<>()).add(new Form(name, folded));
  }

  /** Describes each value found in the bytes, one sentence each. */
  Set<String> in(byte[] haystack) {
    Set<String> found = new TreeSet<>();
    for (int at = 0; at + START <= haystack.length; at++) {
      int start = start(haystack, at);
      if (starts.get(start)) {
        for (Form form : forms.get(start)) {
          if (stands(form.bytes(), haystack, at)) {
            found.add(form.name());
          }
        }
      }
    }
    return found;
  }

  private static boolean stands(byte[] form, byte[] haystack, int at) {
    if (at + form.length > haystack.length) {
      return false;
    }
    for (int i = 0; i < form.length; i++) {
      if (form[i] != folded(haystack[at + i])) {
        return false;
      }
    }
    return true;
  }

  private static int start(byte[] bytes, int at) {
    return ((folded(bytes[at]) & 0xff) << 16)
        | ((folded(bytes[at + 1]) & 0xff) << 8)
        | (folded(bytes[at + 2]) & 0xff);
  }

  private static byte folded(byte one) {
    return one >= 'A' && one <= 'Z' ? (byte) (one + 'a' - 'A') : one;
  }
}
