package countersign.delivery;

import countersign.accounting.AccountedResult;
import countersign.authority.Authority;
import countersign.crypto.Sha256;
import countersign.disclosure.ApprovedDisclosure;
import countersign.disclosure.UnapprovedRequest;
import countersign.redaction.AllowList;
import countersign.redaction.ResponseItem;
import countersign.request.Request;
import countersign.request.Request.Officer;
import java.util.List;
import java.util.Objects;

/** Creates the result items of a group: disclosures, and the same result for everything else. */
final class ResultItems {
  private static final List<String> ELEMENTS = List.of("MAILING_ADDRESS");
  private final Authority authority;

  ResultItems(Authority authority) {
    this.authority = authority;
  }

  /**
   * The result of an approved request, with the bytes that both people approved.
   *
   * @throws countersign.redaction.OutputNotAllowed if the bytes contain anything that is not
   *     allowed
   * @throws IllegalStateException if the request names other officers than its group, or the bytes
   *     disclose nothing
   */
  ResultItem disclosed(Group group, String responseId, ApprovedDisclosure approved) {
    List<String> named =
        approved.request().officers().stream()
            .map(Officer::officerId)
            .filter(Objects::nonNull)
            .map(String::strip)
            .sorted()
            .distinct()
            .toList();
    AllowList.Outcome outcome = AllowList.admit(approved.item(), approved.key().requestId());
    if (!named.equals(group.officers()) || outcome != AllowList.Outcome.DISCLOSED) {
      throw new IllegalStateException(
          "D408_OUTPUT_NOT_ALLOWED  Request %s: it names other officers than its group, or its result discloses nothing. Nothing of group %s was released."
              .formatted(approved.key(), group.id()));
    }
    AccountedResult disposition =
        new AccountedResult(
            approved.key(),
            responseId,
            group.terms().agency(),
            outcome.name(),
            List.of(),
            ELEMENTS,
            group.officers().stream().map(this::recipient).toList(),
            purpose(approved.request()),
            List.of(approved.endorsedBy(), approved.countersignedBy()),
            authority.ruleSet(),
            approved.sha256());
    return new ResultItem(approved.key(), approved.number(), approved.item(), outcome, disposition);
  }

  /** The result of a request that is not disclosed, the same for every reason. */
  ResultItem notDisclosed(Group group, String responseId, UnapprovedRequest other) {
    String requestId = other.key().requestId();
    byte[] item = ResponseItem.notDisclosed(requestId, ResponseItem.newNonce());
    AccountedResult disposition =
        new AccountedResult(
            other.key(),
            responseId,
            group.terms().agency(),
            AllowList.Outcome.NOT_DISCLOSED.name(),
            other.internalReason(),
            List.of(),
            List.of(),
            null,
            other.decidedBy(),
            authority.ruleSet(),
            Sha256.hex(item));
    return new ResultItem(
        other.key(), other.number(), item, AllowList.admit(item, requestId), disposition);
  }

  private AccountedResult.Recipient recipient(String officerId) {
    return authority
        .officer(officerId)
        .map(officer -> new AccountedResult.Recipient(officerId, officer.name(), officer.office()))
        .orElse(new AccountedResult.Recipient(officerId, null, null));
  }

  private static String purpose(Request request) {
    return request.purpose() + ", " + request.statute();
  }
}
