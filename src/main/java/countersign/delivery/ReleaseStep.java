package countersign.delivery;

import countersign.accounting.Accounting;
import countersign.approval.ApprovedDisclosure;
import countersign.approval.Disclosures;
import countersign.approval.Undisclosed;
import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.ledger.EventRef;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.WorkQueue;
import countersign.request.RequestState;
import countersign.request.ResponseId;
import countersign.request.Sha256;
import countersign.request.Verb;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Writes one response of a group: items, accounting, states, event and the next work, in the
 * transaction of its caller. Stateless.
 */
final class ReleaseStep {
  private final Authority authority;
  private final Disclosures disclosures;
  private final Accounting accounting;
  private final Vault vault;
  private final JdbcResponses responses;
  private final ResultItems answers;

  ReleaseStep(
      Authority authority,
      Disclosures disclosures,
      Accounting accounting,
      Vault vault,
      JdbcResponses responses) {
    this.authority = authority;
    this.disclosures = disclosures;
    this.accounting = accounting;
    this.vault = vault;
    this.responses = responses;
    this.answers = new ResultItems(authority);
  }

  /**
   * Releases what is due.
   *
   * @param last whether it is the group's last response, which carries everything that is left
   */
  void release(Change change, Group group, boolean last) {
    List<ApprovedDisclosure> approved = disclosures.approved(group.id(), change.now());
    List<Undisclosed> others =
        last ? disclosures.others(group.id(), approved) : List.<Undisclosed>of();
    Agreement agreement = authority.agreement(group.terms().agreement()).orElseThrow();
    if (approved.isEmpty() && others.isEmpty() && !agreement.schedule().cover()) {
      return;
    }
    ResponseId id = ResponseId.next(group.file());
    String responseId = id.toString();
    List<ResultItem> all = new ArrayList<>();
    approved.forEach(one -> all.add(answers.disclosed(group, responseId, one)));
    others.forEach(one -> all.add(answers.notDisclosed(group, responseId, one)));
    all.sort(ResultItem.IN_ORDER_OF_THE_FILE);
    EventRef event = change.event(Verb.RELEASE, responseId, facts(group, all, last));
    write(change, id, group, all, last, event);
    move(change, approved, others);
    change.nextOnceCovered(WorkQueue.SEAL, responseId, event);
  }

  private void write(
      Change change,
      ResponseId id,
      Group group,
      List<ResultItem> all,
      boolean last,
      EventRef event) {
    Agreement agreement = authority.agreement(group.terms().agreement()).orElseThrow();
    LocalDate review =
        LocalDate.ofInstant(
            change.now().plus(agreement.schedule().reviewAfter()), agreement.zone());
    responses.insert(change, new JdbcResponses.Begun(id, group, last, change.now(), event, review));
    DataCipher box = vault.draft(group.file().value());
    responses.insertItems(
        id,
        all,
        all.stream().map(one -> box.seal(one.item(), place(one.key().toString()))).toList());
    accounting.dispositions(all.stream().map(ResultItem::disposition).toList(), change.now());
  }

  static AssociatedData place(String request) {
    return new AssociatedData("response_item", request, "item_sealed");
  }

  /** Undecided ones expire first; then everything that the response carries is released. */
  private static void move(
      Change change, List<ApprovedDisclosure> approved, List<Undisclosed> others) {
    List<String> disclosed = approved.stream().map(one -> one.key().toString()).toList();
    change.moveAll(Entity.REQUEST, disclosed, RequestState.COUNTERSIGNED, RequestState.RELEASED);
    List<String> rest = others.stream().map(one -> one.key().toString()).toList();
    for (RequestState undecided :
        List.of(
            RequestState.TAKEN,
            RequestState.DRAFTED,
            RequestState.ENDORSED,
            RequestState.COUNTERSIGNED)) {
      change.moveAll(Entity.REQUEST, rest, undecided, RequestState.EXPIRED);
    }
    for (RequestState decided :
        List.of(RequestState.UNMATCHED, RequestState.DECLINED, RequestState.EXPIRED)) {
      change.moveAll(Entity.REQUEST, rest, decided, RequestState.RELEASED);
    }
    change.finishAll(WorkQueue.ENDORSE, rest);
    change.finishAll(WorkQueue.COUNTERSIGN, rest);
  }

  /** One digest over the items' digests, in order; every kind of answer looks alike in it. */
  private static Map<String, String> facts(Group group, List<ResultItem> all, boolean last) {
    var digest = Sha256.start();
    all.forEach(one -> digest.update(one.sha256()));
    return Map.of(
        "group", group.id().toString(),
        "results", Integer.toString(all.size()),
        "final", Boolean.toString(last),
        "items", HexFormat.of().formatHex(digest.digest()));
  }
}
