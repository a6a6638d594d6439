package countersign.kit;

import static countersign.kit.GoodFiles.address;
import static countersign.kit.KitCase.ndjson;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The files whose requests are rejected or held. */
final class FaultyRequests {
  private static final int LARGE = 100;
  private static final int SAME_REASON = 6;
  private static final int SAME_ADDRESS = 4;
  private static final int RECENT_DAYS = 30;
  private static final int TOO_LONG = 2_001;

  private FaultyRequests() {}

  static List<KitCase> all(LocalDate day) {
    List<KitCase> all = new ArrayList<>();
    all.addAll(people());
    all.addAll(addresses());
    all.addAll(doubtful());
    all.addAll(purposes());
    all.addAll(reasons());
    all.addAll(cases(day));
    all.addAll(orders(day));
    all.addAll(files());
    return all;
  }

  private static List<KitCase> people() {
    return List.of(
        ndjson("names", "A given name without a letter; a surname that is a placeholder")
            .request(1, one -> one.withObject("/subject").put("givenName", "1234"))
            .gives(1, "R201")
            .request(2, one -> one.withObject("/subject").put("surname", "UNKNOWN"))
            .gives(2, "R221"),
        ndjson("second-identifier", "Neither taxpayer number nor birth date")
            .request(2, one -> one.withObject("/subject").remove(List.of("tin", "birthDate")))
            .gives(2, "R223"),
        ndjson("taxpayer-numbers", "Too short; outside the synthetic range; of an unknown type")
            .request(1, one -> one.withObject("/subject/tin").put("value", "12345"))
            .gives(1, "M300")
            .request(2, one -> one.withObject("/subject/tin").put("value", "900110001"))
            .gives(2, "F111")
            .request(3, one -> one.withObject("/subject/tin").put("type", "EIN"))
            .gives(3, "M300"),
        ndjson("same-person", "The same person twice")
            .records(all -> all.get(3).set("subject", all.get(1).get("subject").deepCopy()))
            .gives(3, "R222")
            .notDisclosed(3),
        ndjson("form-of-a-field", "A birth date in the future; a text over its limit")
            .request(1, one -> one.withObject("/subject").put("birthDate", "2090-01-01"))
            .gives(1, "F109")
            .request(2, one -> one.put("reason", reason(one) + " " + "x".repeat(TOO_LONG)))
            .gives(2, "F109"));
  }

  private static List<KitCase> addresses() {
    return List.of(
        ndjson("no-address", "No line; no house number; only city, state and ZIP code")
            .request(1, one -> one.withObject("/address").remove(List.of("line1", "line2")))
            .gives(1, "R202")
            .request(2, one -> address(one, "Oak Street").remove("line2"))
            .gives(2, "R203")
            .request(3, FaultyRequests::onlyTheLastLine)
            .gives(3, "R207"),
        ndjson("placeholders", "Words in place of an address; an institution without a street")
            .request(1, one -> address(one, "Failed to Provide").remove("line2"))
            .gives(1, "R204")
            .request(2, one -> address(one, "Travis County Jail").remove("line2"))
            .gives(2, "R205")
            .request(3, one -> address(one, "Homeless").remove("line2"))
            .gives(3, "R204"));
  }

  private static List<KitCase> doubtful() {
    return List.of(
        ndjson("doubtful-addresses", "Addresses that a person has to look at")
            .request(1, one -> address(one, "5 Insert street").remove("line2"))
            .gives(1, "R206")
            .request(2, one -> address(one, "County Jail").put("line2", "500 W Oak St"))
            .gives(2, "R215"),
        ndjson("state-and-zip", "A ZIP code of another state; a ZIP code that is none")
            .request(
                1, one -> one.withObject("/address").put("state", "TX").put("postalCode", "02101"))
            .gives(1, "R208")
            .request(2, one -> one.withObject("/address").put("postalCode", "7870"))
            .gives(2, "R208"),
        ndjson("shared-address", "Four surnames at one address")
            .requests(SAME_ADDRESS)
            .records(FaultyRequests::oneAddress)
            .gives(1, "R216")
            .gives(2, "R216")
            .gives(3, "R216")
            .gives(4, "R216"));
  }

  private static List<KitCase> purposes() {
    return List.of(
        ndjson("statutes", "No statute; one that is not on the list; one without its facts")
            .request(1, one -> one.remove("statute"))
            .gives(1, "R210")
            .request(2, one -> one.put("statute", "26 USC 7201"))
            .gives(2, "A105")
            .request(3, one -> one.put("statute", "8 USC 1253(a)(1)(D)"))
            .gives(3, "R237"),
        ndjson("purposes", "A purpose outside the list; more than the mailing address")
            .request(1, one -> one.put("purpose", "REMOVAL"))
            .gives(1, "A106")
            .request(2, one -> one.putArray("elements").add("MAILING_ADDRESS").add("WAGES"))
            .gives(2, "A108"));
  }

  private static List<KitCase> reasons() {
    return List.of(
        ndjson("reasons", "No reason; one that mentions removal; one without the case number")
            .request(1, one -> one.remove("reason"))
            .gives(1, "R211")
            .request(
                2, one -> one.put("reason", reason(one) + " The address is needed for removal."))
            .gives(2, "A116")
            .request(3, one -> one.put("reason", "The address bears on willful failure to depart."))
            .gives(3, "R211"),
        same("same-reason", "One reason without a case number in six requests"),
        ndjson("tax-periods", "No tax period; one before 2000; seven")
            .request(1, one -> one.putArray("taxPeriods"))
            .gives(1, "R209")
            .request(2, one -> one.putArray("taxPeriods").add("1999"))
            .gives(2, "R209")
            .request(3, FaultyRequests::sevenPeriods)
            .gives(3, "R209"));
  }

  private static KitCase same(String slug, String shows) {
    KitCase all = ndjson(slug, shows).requests(SAME_REASON);
    for (int number = 1; number <= SAME_REASON; number++) {
      all.request(number, one -> one.put("reason", "Bears on willful failure to depart."))
          .gives(number, "R211", "R212");
    }
    return all;
  }

  private static List<KitCase> cases(LocalDate day) {
    return List.of(
        ndjson("closed-cases", "A closed case; no criminal investigation; opened tomorrow")
            .request(1, one -> one.withObject("/case").put("status", "CLOSED"))
            .gives(1, "R220")
            .request(2, one -> one.withObject("/case").put("activeCriminalInvestigation", false))
            .gives(2, "R220")
            .request(
                3, one -> one.withObject("/case").put("openedOn", day.plusDays(400).toString()))
            .gives(3, "R220"),
        ndjson("same-case", "One case number for two people")
            .records(FaultyRequests::oneCase)
            .gives(1, "R217")
            .gives(2, "R217"),
        ndjson("officers", "No officer; one who is not enrolled")
            .request(1, one -> one.putArray("officers"))
            .gives(1, "R213")
            .request(2, one -> one.putArray("officers").addObject().put("officerId", "OFF-9999"))
            .gives(2, "R214"));
  }

  private static List<KitCase> orders(LocalDate day) {
    return List.of(
        ndjson("orders", "No removal order; final for 30 days; under review by a court")
            .request(1, one -> one.remove("removalOrder"))
            .gives(1, "R230", "R232", "R233", "R236")
            .request(
                2,
                one -> order(one, "administrativeFinalOn", day.minusDays(RECENT_DAYS).toString()))
            .gives(2, "R231")
            .request(3, one -> order(one, "judicialReview", "PENDING"))
            .gives(3, "R232"),
        ndjson("order-fields", "Another ground; a malformed number; a stay")
            .request(1, one -> order(one, "ground", "8 USC 1182(a)(6)"))
            .gives(1, "R233")
            .request(2, one -> order(one, "number", "B12"))
            .gives(2, "R236")
            .request(3, one -> one.withObject("/removalOrder").put("stayed", true))
            .gives(3, "R232"),
        ndjson("protected-status", "A protected status; none stated")
            .request(1, one -> one.put("protectedStatus", "TPS"))
            .gives(1, "R234")
            .request(2, one -> one.remove("protectedStatus"))
            .gives(2, "R235"));
  }

  private static List<KitCase> files() {
    return List.of(
        ndjson("large-file", "A hundred people, so that a person looks at the file first")
            .requests(LARGE)
            .file("F113"));
  }

  private static String reason(ObjectNode request) {
    return request.path("reason").asString();
  }

  private static void order(ObjectNode request, String field, String value) {
    request.withObject("/removalOrder").put(field, value);
  }

  private static void onlyTheLastLine(ObjectNode request) {
    ObjectNode address = request.withObject("/address");
    String last =
        "%s %s %s"
            .formatted(
                address.path("city").asString(),
                address.path("state").asString(),
                address.path("postalCode").asString());
    address(request, last).remove("line2");
  }

  private static void oneAddress(List<ObjectNode> all) {
    for (int i = 1; i < all.size(); i++) {
      ObjectNode address = all.get(i).putObject("address");
      address.put("line1", "412 N Oak St").put("city", "Austin");
      address.put("state", "TX").put("postalCode", "78701");
      all.get(i)
          .withObject("/subject")
          .put("surname", List.of("RIOS", "SOTO", "VEGA", "LUNA").get(i - 1));
    }
  }

  private static void sevenPeriods(ObjectNode request) {
    var periods = request.putArray("taxPeriods");
    for (int year = 2015; year < 2022; year++) {
      periods.add(String.valueOf(year));
    }
  }

  private static void oneCase(List<ObjectNode> all) {
    all.get(2).set("case", all.get(1).get("case").deepCopy());
    all.get(2).put("reason", reason(all.get(1)));
  }
}
