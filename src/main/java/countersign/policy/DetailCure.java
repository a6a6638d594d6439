package countersign.policy;

import countersign.request.FileDetail.Detail;
import countersign.request.ReasonCode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the sender can do about one detail of a file code, in one sentence. */
public final class DetailCure {
  private static final String SEAL = "Seal the file again as `seal` does, and send the whole file.";
  private static final String SIGN_ONCE =
      "Sign the file once, with the key registered for the requester.";

  private static final Map<String, String> HEADER_FIELDS =
      Map.of(
          "format", "Write countersign/1 as format.",
          "environment", "Write TEST or PRODUCTION as environment.",
          "createdAt", "Write createdAt as a time in UTC, such as 2026-11-24T15:00:00Z.",
          "resubmissionOf.fileId",
              "Name in resubmissionOf.fileId a rejected file of your own agency.",
          "resubmissionOf.statement",
              "Write in resubmissionOf.statement what you corrected, in a sentence.",
          "bodySha256",
              "Write the SHA-256 of every byte before the trailer as 64 hexadecimal digits.");

  private DetailCure() {}

  /**
   * Returns what to do.
   *
   * @param field name of the field; null if the line or the file as a whole is at fault
   */
  public static String of(ReasonCode code, Detail detail, @Nullable String field) {
    return switch (detail) {
      case NOT_OPENPGP, PLAINTEXT, NO_INTEGRITY, UNSUPPORTED_PACKET, DAMAGED, NESTED, TRAILING ->
          SEAL;
      case NOT_FOR_US -> "Encrypt the file to the gateway's published key.";
      case NO_SIGNATURE, SEVERAL_SIGNATURES, BAD_SIGNATURE -> SIGN_ONCE;
      case UNKNOWN_SIGNER -> "Sign with a key that the gateway's operators have registered.";
      case KEY_EXPIRED, KEY_REVOKED, WEAK -> "Register a new key with the gateway's operators.";
      case SIGNED_TOO_EARLY -> "Sign the file shortly before you send it.";
      case SIGNED_IN_FUTURE -> "Correct the clock of the computer that signs.";
      case SIZE -> "Keep the file within the limits of the agreement, and each line under 64 KiB.";
      case RATIO -> "Compress the file less, or not at all.";
      case LINE -> "End each line with a line feed alone, and leave no line empty.";
      case UTF8 -> "Save the file as UTF-8.";
      case JSON -> "Write one complete JSON object on each line, without comments.";
      case DUPLICATE_KEY -> named("Write %s only once.", field, "each field");
      case UNKNOWN_FIELD ->
          named(
              "Correct the name %s, or leave it out; docs/exchange.md lists every field.",
              field, "of the field");
      case TYPE -> type(field);
      case DUPLICATE_REQUEST_ID -> "Give each request a requestId of its own.";
      case NO_REQUEST -> "Write at least one request between header and trailer.";
      case NAME -> Cure.of(code);
      case HEADER -> header(code, field);
      case SEEN_CONTENT -> "Send new content.";
      case USED_ID -> "Send the file under the next sequence number.";
    };
  }

  /** What to do about a value of one request that is too long, too many or not acceptable. */
  public static String ofValue(String field) {
    return switch (field) {
      case "facts" ->
          "State at most 50 facts, with names and values of at most 2,000 characters and without control, directional (bidi) or private-use characters.";
      case "officers" -> "Name at most 8 officers.";
      case "subject.birthDate" -> "State subject.birthDate as a possible day, such as 1980-02-29.";
      default ->
          "Shorten %s (an id to 128 characters, a text to 2,000), and remove control, directional (bidi), private-use and unassigned characters from it."
              .formatted(field);
    };
  }

  private static String type(@Nullable String field) {
    if ("type".equals(field)) {
      return "Begin each record with its type: header, request or trailer (H, R or T in CSV).";
    }
    return "requestId".equals(field)
        ? "Give each request a requestId of letters, digits and hyphens, as docs/schema/ says."
        : named("Write %s with the type that docs/schema/ says.", field, "each field");
  }

  private static String header(ReasonCode code, @Nullable String field) {
    if (field != null) {
      return Arrays.stream(field.split(", ", -1))
          .map(DetailCure::headerField)
          .collect(Collectors.joining(" "));
    }
    return code == ReasonCode.F109_SCHEMA
        ? "Write the header (H in CSV) as the first line."
        : Cure.of(code);
  }

  private static String headerField(String field) {
    return HEADER_FIELDS.getOrDefault(
        field,
        "State %s in the form that docs/exchange.md gives for header and trailer, without control, directional (bidi), private-use or unassigned characters."
            .formatted(field));
  }

  private static String named(String sentence, @Nullable String field, String otherwise) {
    return sentence.formatted(field == null ? otherwise : field);
  }
}
