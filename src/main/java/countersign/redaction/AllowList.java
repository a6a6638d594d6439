package countersign.redaction;

import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Decides what may leave the gateway. Reads an item strictly and compares it with the bytes that
 * the writers would produce from the allowed fields; any other byte refuses the item.
 *
 * @see <a href="../../../../../docs/rules.md">R54</a>
 */
public final class AllowList {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final List<String> DISCLOSED =
      List.of(
          "type",
          "requestId",
          "nonce",
          "outcome",
          "mailingAddress.line1",
          "mailingAddress.city",
          "mailingAddress.state",
          "mailingAddress.postalCode",
          "asOf");
  private static final List<String> NOT_DISCLOSED =
      List.of("type", "requestId", "nonce", "outcome", "code");
  private static final Pattern NONCE = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
  private static final Pattern ZIP = Pattern.compile("[0-9]{5}(-[0-9]{4})?");
  private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]*[\\p{L}\\p{N}][^\\p{Cntrl}]*");

  private AllowList() {}

  /** Content of an allowed item. */
  public enum Outcome {
    /** The item contains an address. */
    DISCLOSED,
    /** The item contains only the code that reveals nothing. */
    NOT_DISCLOSED
  }

  /**
   * Checks an item.
   *
   * @param item canonical bytes without a line feed
   * @param requestId id of the request that the item must answer
   * @return what the item contains
   * @throws OutputNotAllowed if it contains anything that is not allowed, answers another request,
   *     or is longer than {@link ResponseItem#MAX_BYTES}
   */
  public static Outcome admit(byte[] item, String requestId) {
    if (item.length + 1 > ResponseItem.MAX_BYTES) {
      throw new OutputNotAllowed("is longer than %d bytes".formatted(ResponseItem.MAX_BYTES));
    }
    Map<String, String> fields = read(item);
    if (!requestId.equals(fields.get("requestId"))) {
      throw new OutputNotAllowed("answers another request");
    }
    boolean disclosed = "DISCLOSED".equals(fields.get("outcome"));
    if (!List.copyOf(fields.keySet()).equals(disclosed ? DISCLOSED : NOT_DISCLOSED)) {
      throw new OutputNotAllowed("does not have exactly the fields that are allowed");
    }
    check(fields, "nonce", NONCE);
    if (!Arrays.equals(item, disclosed ? disclosed(fields) : notDisclosed(fields))) {
      throw new OutputNotAllowed("is not in canonical form");
    }
    return disclosed ? Outcome.DISCLOSED : Outcome.NOT_DISCLOSED;
  }

  private static byte[] disclosed(Map<String, String> fields) {
    check(fields, "mailingAddress.line1", LINE);
    check(fields, "mailingAddress.city", LINE);
    check(fields, "mailingAddress.state", STATE);
    check(fields, "mailingAddress.postalCode", ZIP);
    check(fields, "asOf", YEAR);
    return ResponseItem.disclosed(
        field(fields, "requestId"),
        field(fields, "nonce"),
        new Address(
            field(fields, "mailingAddress.line1"),
            null,
            field(fields, "mailingAddress.city"),
            field(fields, "mailingAddress.state"),
            field(fields, "mailingAddress.postalCode")),
        field(fields, "asOf"));
  }

  private static byte[] notDisclosed(Map<String, String> fields) {
    check(fields, "code", Pattern.compile(ReasonCode.M399_NOT_DISCLOSED.name()));
    return ResponseItem.notDisclosed(field(fields, "requestId"), field(fields, "nonce"));
  }

  private static void check(Map<String, String> fields, String name, Pattern allowed) {
    if (!allowed.matcher(field(fields, name)).matches()) {
      throw new OutputNotAllowed("has a %s without the allowed format".formatted(name));
    }
  }

  private static String field(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new OutputNotAllowed("has no " + name);
    }
    return value;
  }

  /** Reads text fields by dotted path, in the order of the item; only text values are allowed. */
  private static Map<String, String> read(byte[] item) {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), item)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new OutputNotAllowed("is not an object");
      }
      read(json, "", fields);
      if (json.nextToken() != null) {
        throw new OutputNotAllowed("is followed by other bytes");
      }
    } catch (JacksonException e) {
      // Without its cause: a parser's message repeats what it stumbled over.
      throw new OutputNotAllowed("is not JSON");
    }
    return fields;
  }

  private static void read(JsonParser json, String path, Map<String, String> fields) {
    for (JsonToken token = json.nextToken();
        token != JsonToken.END_OBJECT;
        token = json.nextToken()) {
      if (token != JsonToken.PROPERTY_NAME) {
        throw new OutputNotAllowed("is not an object of texts");
      }
      String name = path + json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_OBJECT && path.isEmpty()) {
        read(json, name + ".", fields);
      } else if (value == JsonToken.VALUE_STRING) {
        fields.put(name, json.getString());
      } else {
        throw new OutputNotAllowed("contains a value that is not text");
      }
    }
  }
}
