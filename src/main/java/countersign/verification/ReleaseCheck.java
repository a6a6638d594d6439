package countersign.verification;

import countersign.authority.Enrolment;
import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.Sha256;
import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two different people approved each disclosed result, by events that no later one ended, over the
 * bytes that were released and for the officers of the response. Stateless, thread-safe.
 */
final class ReleaseCheck {
  /** A result whose bytes are the draft is a disclosure, whatever its outcome says. */
  static final String ITEMS =
      """
      select i.request, i.response_id, i.outcome, encode(i.item_sha256, 'hex') as sha256, encode(d.sha256, 'hex') as draft,
        p.officers, p.group_id = s.group_id and p.officers = q.officers as own
      from response_item i left join response p on p.id = i.response_id left join draft d on d.id = i.request
        left join request_status s on s.id = i.request
        left join request q on q.file_id = s.file_id and q.number = s.number
      where i.outcome <> 'NOT_DISCLOSED' or d.sha256 = i.item_sha256 order by i.request collate "C"
      """;

  private final Enrolment enrolment;

  ReleaseCheck(Enrolment enrolment) {
    this.enrolment = enrolment;
  }

  /** A result that discloses something, with what it is compared with. */
  record Item(
      String response,
      String outcome,
      String sha256,
      @Nullable String draft,
      List<String> officers,
      boolean isOfItsGroup) {}

  /** Compares the disclosed results of one request with the decisions on it. */
  void compare(
      String request,
      List<Item> items,
      RecordedEvents told,
      List<SignedRow> decisions,
      Findings findings) {
    for (Item item : items) {
      new Release(request, item, told, decisions, findings).compare();
    }
  }

  /** One disclosed result with the decisions on its request. */
  private final class Release {
    private final String request;
    private final Item item;
    private final RecordedEvents told;
    private final List<SignedRow> rows;
    private final Findings.Of items;
    private final Findings findings;

    Release(
        String request, Item item, RecordedEvents told, List<SignedRow> rows, Findings findings) {
      this.request = request;
      this.item = item;
      this.told = told;
      this.rows = rows;
      this.findings = findings;
      this.items = findings.about("releases", "response_item");
    }

    void compare() {
      items.require(
          item.outcome().equals("DISCLOSED"),
          request,
          "The result has the bytes of a draft and says that it discloses nothing.");
      items.require(
          item.isOfItsGroup(),
          request,
          "The response has other officers or another group than the request.");
      findings
          .about("releases", "draft")
          .require(
              item.sha256().equals(item.draft()),
              request,
              "The draft does not have the hash of the result that was released.");
      items.require(!isDenied(), request, "The result was released although it was denied.");
      Optional<SignedRow> first = approval(Verb.ENDORSE);
      Optional<SignedRow> second = approval(Verb.COUNTERSIGN);
      if (first.isPresent() && second.isPresent()) {
        people(first.get(), second.get());
      }
    }

    private boolean isDenied() {
      return running(Verb.DECLINE).isPresent();
    }

    /** The last event of this kind, unless a later event ended it. */
    private Optional<Numbered> running(Verb verb) {
      return told.last(verb).filter(event -> told.events().stream().noneMatch(event::isEndedBy));
    }

    private Optional<SignedRow> approval(Verb verb) {
      Optional<Numbered> event = running(verb);
      if (event.isEmpty()) {
        items.extra(
            request, "The ledger has no %s event for this disclosure.".formatted(verb.name()));
        return Optional.empty();
      }
      items.require(
          event.get().says("draftSha256", item.sha256()),
          request,
          "The %s event is about other bytes than those released.".formatted(verb.name()));
      Optional<SignedRow> row =
          rows.stream()
              .filter(one -> one.isSigned() && event.get().says("statement", one.statementHash()))
              .findFirst();
      items.require(
          row.isPresent(),
          request,
          "The signed statement of the %s event is missing.".formatted(verb.name()));
      row.ifPresent(found -> officers(found, verb));
      return row;
    }

    private void officers(SignedRow row, Verb verb) {
      String named = Objects.requireNonNullElse(row.texts().get("officers"), "");
      List<String> ids =
          Arrays.stream(named.split(",", -1)).map(one -> one.split(" ", -1)[0]).toList();
      findings
          .about("releases", "response")
          .require(
              ids.equals(item.officers()),
              item.response(),
              "The officers of the response are not those for whom the %s of %s was given."
                  .formatted(verb.name(), Finding.printable(request)));
    }

    private void people(SignedRow first, SignedRow second) {
      Optional<Enrolled> one = first.named(enrolment);
      Optional<Enrolled> other = second.named(enrolment);
      items.require(
          one.isPresent() && other.isPresent() && !one.get().isSamePersonAs(other.get()),
          request,
          "The two approvals are not by two different enrolled people.");
      byte[] signature = first.signature();
      items.require(
          signature != null && Sha256.hex(signature).equals(second.texts().get("firstSignature")),
          request,
          "The second approval does not refer to the first.");
    }
  }

  static Item item(ResultSet row) throws SQLException {
    java.sql.Array officers = row.getArray("officers");
    return new Item(
        Objects.requireNonNullElse(row.getString("response_id"), ""),
        row.getString("outcome"),
        row.getString("sha256"),
        row.getString("draft"),
        officers == null ? List.of() : List.of((String[]) officers.getArray()),
        row.getBoolean("own"));
  }
}
