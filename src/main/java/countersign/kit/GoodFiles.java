package countersign.kit;

import static countersign.kit.KitCase.csv;
import static countersign.kit.KitCase.ndjson;

import countersign.request.FileDetail.Detail;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The files that are accepted whole, and those that only their envelope or name spoils. */
final class GoodFiles {
  private GoodFiles() {}

  static List<KitCase> all() {
    return Stream.of(forms(), subjects(), reasons()).flatMap(List::stream).toList();
  }

  private static List<KitCase> forms() {
    return List.of(
        ndjson("three-requests", "Three valid requests in NDJSON"),
        csv("three-requests-csv", "Three valid requests in CSV"),
        ndjson("one-request", "One valid request").requests(1),
        ndjson("compressed", "Compressed with ZIP before it is encrypted")
            .envelope(KitEnvelope.COMPRESSED),
        ndjson("armoured", "In ASCII armour, with the name's last part .asc")
            .envelope(KitEnvelope.ARMOURED)
            .name(name -> name.replace(".pgp", ".asc")),
        ndjson("capital-hexadecimal", "The trailer's hash in capital letters")
            .whole(GoodFiles::capitalHash),
        csv("no-last-line-feed", "A CSV file without a line feed at its end")
            .whole(String::stripTrailing));
  }

  private static List<KitCase> subjects() {
    return List.of(
        ndjson("no-birth-date", "A taxpayer number and no birth date")
            .request(2, one -> one.withObject("/subject").remove("birthDate")),
        ndjson("no-taxpayer-number", "A birth date and no taxpayer number")
            .request(2, one -> one.withObject("/subject").remove("tin"))
            .notDisclosed(2),
        ndjson("second-line", "A unit in the second line of the address")
            .request(2, one -> address(one, "412 N Oak St").put("line2", "APT 3"))
            .notDisclosed(2),
        ndjson("post-office-box", "A post office box")
            .request(2, one -> address(one, "PO BOX 1234").remove("line2"))
            .notDisclosed(2),
        ndjson("nine-digit-zip", "A ZIP code of five and four digits")
            .request(2, GoodFiles::longerZip),
        ndjson("small-letters", "Names in small letters").request(2, GoodFiles::small));
  }

  private static List<KitCase> reasons() {
    return List.of(
        ndjson("decided-in-court", "A removal order that a court decided")
            .request(2, GoodFiles::decided),
        ndjson("two-officers", "A request that two officers may read")
            .request(2, one -> one.withArray("/officers").addObject().put("officerId", "OFF-0440")),
        ndjson("grand-jury", "The purpose GRAND_JURY")
            .request(2, one -> one.put("purpose", "GRAND_JURY")),
        ndjson("facts", "A statute that requires facts, and these facts")
            .request(2, GoodFiles::facts),
        ndjson("unknown-person", "A person whom the records do not know")
            .request(2, one -> one.withObject("/subject/tin").put("value", "999899999"))
            .notDisclosed(2),
        ndjson("accents", "A surname with accents")
            .request(2, one -> surname(one, surname(one).replace('A', '\u00c1'))));
  }

  static List<KitCase> envelopes() {
    return Stream.of(packets(), signatures(), names()).flatMap(List::stream).toList();
  }

  private static List<KitCase> packets() {
    return List.of(
        ndjson("plaintext", "The plaintext itself under the name of a sealed file")
            .envelope(KitEnvelope.NONE)
            .file("F101", Detail.PLAINTEXT),
        ndjson("not-encrypted", "Signed, but not encrypted")
            .envelope(KitEnvelope.SIGNED_ONLY)
            .file("F101", Detail.PLAINTEXT),
        ndjson("not-signed", "Encrypted, but not signed")
            .envelope(KitEnvelope.UNSIGNED)
            .file("F102", Detail.NO_SIGNATURE),
        ndjson("for-another", "Encrypted to a key that is not the gateway's")
            .envelope(KitEnvelope.TO_ANOTHER)
            .file("F101", Detail.NOT_FOR_US),
        ndjson("cut-off", "Cut off in the middle")
            .envelope(KitEnvelope.CUT)
            .file("F101", Detail.DAMAGED),
        ndjson("two-messages", "Two messages in one file")
            .envelope(KitEnvelope.TWICE)
            .file("F101", Detail.TRAILING));
  }

  private static List<KitCase> signatures() {
    return List.of(
        ndjson("stranger", "Signed with a key that is not pinned")
            .envelope(KitEnvelope.BY_A_STRANGER)
            .file("F102", Detail.UNKNOWN_SIGNER),
        ndjson("agency-key", "Signed with the agency's key, which opens acknowledgements only")
            .envelope(KitEnvelope.BY_THE_AGENCY)
            .file("F102", Detail.UNKNOWN_SIGNER),
        ndjson("old-signature", "Signed 40 days ago")
            .envelope(KitEnvelope.OLD)
            .file("F102", Detail.SIGNED_TOO_EARLY),
        ndjson("future-signature", "Signed three years from now")
            .envelope(KitEnvelope.EARLY)
            .file("F102", Detail.SIGNED_IN_FUTURE));
  }

  private static List<KitCase> names() {
    return List.of(
        ndjson("small-name", "A file name in small letters")
            .name(name -> name.toLowerCase(Locale.ROOT))
            .file("F103", Detail.NAME),
        ndjson("short-number", "A number of three digits in the file name")
            .name(name -> name.replaceFirst("_0(\\d{3})\\.", "_$1."))
            .file("F103", Detail.NAME),
        ndjson("other-agency", "A file name of another agency")
            .name(name -> name.replace("DHS-ICE", "DHS-XYZ"))
            .file("F103", Detail.NAME));
  }

  static ObjectNode address(ObjectNode request, String line1) {
    return request.withObject("/address").put("line1", line1);
  }

  private static String surname(ObjectNode request) {
    return request.path("subject").path("surname").asString();
  }

  private static void surname(ObjectNode request, String changed) {
    request.withObject("/subject").put("surname", changed);
  }

  private static void longerZip(ObjectNode request) {
    ObjectNode address = request.withObject("/address");
    address.put("postalCode", address.path("postalCode").asString() + "-0001");
  }

  private static void small(ObjectNode request) {
    ObjectNode subject = request.withObject("/subject");
    surname(request, surname(request).toLowerCase(Locale.ROOT));
    subject.put("givenName", subject.path("givenName").asString().toLowerCase(Locale.ROOT));
  }

  private static void decided(ObjectNode request) {
    ObjectNode order = request.withObject("/removalOrder");
    String day = order.path("administrativeFinalOn").asString();
    order.put("judicialReview", "DECIDED").put("courtFinalOn", day);
  }

  private static void facts(ObjectNode request) {
    request.put("statute", "8 USC 1253(a)(1)(D)");
    request.putObject("facts").put("reportPlace", "Austin field desk").put("reportTime", "09:00");
  }

  private static String capitalHash(String text) {
    int from = text.lastIndexOf("bodySha256\":\"") + "bodySha256\":\"".length();
    int to = text.indexOf('"', from);
    return text.substring(0, from)
        + text.substring(from, to).toUpperCase(Locale.ROOT)
        + text.substring(to);
  }
}
