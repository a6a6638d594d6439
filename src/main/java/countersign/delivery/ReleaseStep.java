package countersign.delivery;

import countersign.accounting.Accounting;
import countersign.accounting.SealedEntries;
import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.crypto.Sha256;
import countersign.disclosure.ApprovedDisclosure;
import countersign.disclosure.Disclosures;
import countersign.disclosure.UnapprovedRequest;
import countersign.ledger.EventRef;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.WorkQueue;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.ResponseId;
import countersign.request.Verb;
import countersign.stops.Stops;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes one response of a group, with its items, accounting, states, event and next work, in the
 * caller's transaction. Stateless.
 */
final class ReleaseStep {
  private final Authority authority;
  private final Disclosures disclosures;
  private final Accounting accounting;
  private final Vault vault;
  private final JdbcResponses responses;
  private final ResultItems items;

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
    this.items = new ResultItems(authority);
  }

  /**
   * What one response of a group contains.
   *
   * @param last whether it is the group's last response, which also answers everything that is left
   * @param padded whether it may be a padding response, without results
   * @param halted the requests that it does not disclose, because a stop or veto covers them
   */
  record Extent(boolean last, boolean padded, Stops.Halted halted) {}

  /** Releases the approved disclosures of a group. */
  void release(Change change, Group group, Extent extent) {
    boolean last = extent.last();
    List<ApprovedDisclosure> approved =
        disclosures.approved(change, group.id()).stream()
            .filter(one -> !extent.halted().covers(one.key()))
            .toList();
    List<UnapprovedRequest> others = last ? others(group, approved, extent.halted()) : List.of();
    Agreement agreement = authority.agreement(group.terms().agreement()).orElseThrow();
    boolean pads = extent.padded() && agreement.schedule().cover();
    if (approved.isEmpty() && others.isEmpty() && !pads) {
      return;
    }
    ResponseId id = ResponseId.next(group.file());
    String responseId = id.toString();
    List<ResultItem> all = new ArrayList<>();
    approved.forEach(one -> all.add(items.disclosed(group, responseId, one)));
    others.forEach(one -> all.add(items.notDisclosed(group, responseId, one)));
    all.sort(ResultItem.IN_ORDER_OF_THE_FILE);
    SealedEntries entries =
        accounting.dispositions(all.stream().map(ResultItem::disposition).toList(), change.now());
    Map<String, String> facts = facts(group, all, approved, last);
    facts.put("accounting", entries.root());
    EventRef event = change.event(Verb.RELEASE, responseId, facts);
    write(change, id, group, all, last, event);
    accounting.write(entries);
    move(change, approved, others);
    change.nextOnceCovered(WorkQueue.SEAL, responseId, event);
  }

  private List<UnapprovedRequest> others(
      Group group, List<ApprovedDisclosure> approved, Stops.Halted halted) {
    return disclosures.others(group.id(), approved).stream()
        .map(
            one ->
                halted.vetoed().contains(one.key().toString())
                    ? one.orBecause(ReasonCode.A110_COUNSEL_REFUSED)
                    : one)
        .toList();
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
    responses.insert(
        change, new JdbcResponses.NewResponse(id, group, last, change.now(), event, review));
    DataCipher cipher = vault.draft(group.file().value());
    responses.insertItems(
        id,
        all,
        all.stream()
            .map(one -> cipher.seal(one.item(), associatedData(one.key().toString())))
            .toList());
  }

  static AssociatedData associatedData(String request) {
    return new AssociatedData("response_item", request, "item_sealed");
  }

  /** Expires the undecided requests, then releases every request in the response. */
  private static void move(
      Change change, List<ApprovedDisclosure> approved, List<UnapprovedRequest> others) {
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

  /**
   * The facts of the release event. It has one digest over the items' digests, in order, and one
   * over the same and the hashes of the approvals' statements, so it does not reveal the kind of
   * any answer. The caller adds the root over the digests of the accounting entries.
   */
  private static Map<String, String> facts(
      Group group, List<ResultItem> all, List<ApprovedDisclosure> approved, boolean last) {
    Map<RequestKey, List<String>> statements =
        approved.stream()
            .collect(Collectors.toMap(ApprovedDisclosure::key, ApprovedDisclosure::statements));
    var items = Sha256.start();
    var withStatements = Sha256.start();
    for (ResultItem one : all) {
      items.update(one.sha256());
      withStatements.update(one.sha256());
      statements
          .getOrDefault(one.key(), List.of())
          .forEach(hash -> withStatements.update(HexFormat.of().parseHex(hash)));
    }
    Map<String, String> facts = new TreeMap<>();
    facts.put("group", group.id().toString());
    facts.put("results", Integer.toString(all.size()));
    facts.put("final", Boolean.toString(last));
    facts.put("items", HexFormat.of().formatHex(items.digest()));
    facts.put("approvals", HexFormat.of().formatHex(withStatements.digest()));
    return facts;
  }
}
