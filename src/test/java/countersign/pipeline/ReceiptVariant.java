package countersign.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/**
 * A malformed receipt.
 *
 * @param words what is wrong
 * @param spoil makes it of a good one
 * @param answer the code, and the detail if there is one
 */
public record ReceiptVariant(String words, UnaryOperator<String> spoil, String answer) {
  private static final String F109 = "F109_SCHEMA";

  @Override
  public String toString() {
    return words;
  }

  /** Every variant whose envelope is good. */
  public static List<ReceiptVariant> all() {
    List<ReceiptVariant> all = new ArrayList<>();
    for (String field :
        List.of("format", "responseId", "officerId", "kind", "sealedSha256", "at")) {
      add(all, field + " is missing", json -> without(json, field), F109);
      add(all, field + " is null", json -> raw(json, field, "null"), F109 + " TYPE");
      add(all, field + " is a number", json -> raw(json, field, "417"), F109 + " TYPE");
      add(all, field + " is a boolean", json -> raw(json, field, "true"), F109 + " TYPE");
      add(all, field + " is an object", json -> raw(json, field, "{}"), F109 + " TYPE");
      add(all, field + " is empty", json -> raw(json, field, "\"\""), F109);
      add(all, field + " is twice", json -> twice(json, field), F109 + " DUPLICATE_KEY");
    }
    values(all);
    forms(all);
    return all;
  }

  private static void values(List<ReceiptVariant> all) {
    add(all, "another version", json -> raw(json, "format", "\"countersign/2\""), F109);
    add(all, "no response's id", json -> raw(json, "responseId", "\"Maria Garcia\""), F109);
    add(all, "an unknown kind", json -> raw(json, "kind", "\"DESTROYED\""), F109);
    add(all, "a kind in lower case", json -> raw(json, "kind", "\"received\""), F109);
    add(all, "a short hash", json -> raw(json, "sealedSha256", "\"abc\""), F109);
    add(
        all,
        "no hexadecimal",
        json -> raw(json, "sealedSha256", "\"" + "z".repeat(64) + "\""),
        F109);
    add(all, "a day that is none", json -> raw(json, "at", "\"2026-02-30T10:00:00Z\""), F109);
    add(all, "a local time", json -> raw(json, "at", "\"2026-11-24T10:00:00-05:00\""), F109);
    add(all, "a method of a receipt", json -> more(json, "\"method\":\"shredded\""), F109);
    add(all, "no method", json -> raw(json, "kind", "\"MADE_UNDISCLOSABLE\""), F109);
    add(
        all,
        "a recall of a receipt",
        json -> more(json, "\"recallId\":\"RCL_20261124_0001\""),
        F109);
    add(all, "a recall's id", json -> more(json, "\"recallId\":\"recall 1\""), F109);
    add(
        all,
        "an unknown recall",
        json -> more(raw(json, "kind", "\"RETURNED\""), "\"recallId\":\"RCL_20261124_0001\""),
        "S507_UNKNOWN_RESPONSE");
    add(
        all,
        "another response than in its name",
        json -> json.replaceFirst("rsp\\.[A-Z2-7]{8}", "rsp.AAAAAAAA"),
        "F103_FILENAME HEADER");
    add(
        all,
        "another officer",
        json -> json.replaceFirst("OFF-[0-9]{4}", "OFF-0402"),
        "F103_FILENAME HEADER");
    add(
        all,
        "the hash of other bytes",
        json -> raw(json, "sealedSha256", "\"" + "0".repeat(64) + "\""),
        "S508_HASH_DIFFERS");
  }

  private static void forms(List<ReceiptVariant> all) {
    add(all, "an unknown field", json -> more(json, "\"name\":\"Maria\""), F109 + " UNKNOWN_FIELD");
    add(
        all,
        "a field of the record",
        json -> more(json, "\"complete\":\"x\""),
        F109 + " UNKNOWN_FIELD");
    add(all, "a list", json -> "[" + json + "]", F109 + " TYPE");
    add(all, "a text", json -> "\"countersign/1\"", F109 + " TYPE");
    add(all, "nothing", json -> "", F109 + " JSON");
    add(all, "two documents", json -> json + json, F109 + " JSON");
    add(all, "cut off", json -> json.substring(0, json.length() - 5), F109 + " JSON");
    add(all, "a comment", json -> "/* Maria */" + json, F109 + " JSON");
    add(all, "a trailing comma", json -> json.replace("}", ",}"), F109 + " JSON");
    add(all, "a name without quotes", json -> json.replace("\"kind\"", "kind"), F109 + " JSON");
    add(all, "XML", json -> "<receipt/>", F109 + " JSON");
    add(all, "half a character", json -> raw(json, "officerId", "\"\\uD800\""), F109 + " UTF8");
  }

  private static void add(
      List<ReceiptVariant> all, String words, UnaryOperator<String> spoil, String answer) {
    all.add(new ReceiptVariant(words, spoil, answer));
  }

  private static String without(String json, String field) {
    return json.replaceFirst("\"" + field + "\":\"[^\"]*\",?", "").replace(",}", "}");
  }

  private static String raw(String json, String field, String value) {
    return json.replaceFirst(
        "\"" + field + "\":\"[^\"]*\"", Matcher.quoteReplacement("\"" + field + "\":" + value));
  }

  private static String twice(String json, String field) {
    return json.replaceFirst("(\"" + field + "\":\"[^\"]*\")", "$1,$1");
  }

  private static String more(String json, String field) {
    return json.replace("}", "," + field + "}");
  }
}
