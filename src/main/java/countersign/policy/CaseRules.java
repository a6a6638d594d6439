package countersign.policy;

import static countersign.request.ReasonCode.*;

import countersign.authority.Officer;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.validation.Dates;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules about the criminal case behind a request, the officers engaged in it, and protected
 * persons.
 */
final class CaseRules {
  private static final Set<String> PROTECTED =
      Set.of("DEFERRED_ACTION", "TPS", "WITHHOLDING", "PENDING_RELIEF");

  private CaseRules() {}

  static List<ReasonCode> active(Request request, RequestContext context) {
    Request.CaseReference stated = request.caseReference();
    boolean active =
        stated != null
            && Digits.any(Presence.trimmed(stated.number()))
            && Dates.of(stated.openedOn()).map(day -> !context.day().isFuture(day)).orElse(false)
            && Presence.trimmed(stated.status()).equals("OPEN")
            && !Presence.missing(stated.office())
            && Boolean.TRUE.equals(stated.activeCriminalInvestigation());
    return active ? List.of() : List.of(R220_NO_ACTIVE_CRIMINAL_CASE);
  }

  /** Only {@code officerId} is checked; name and office are for display. */
  static List<ReasonCode> officers(Request request, RequestContext context) {
    boolean named = !request.officers().isEmpty();
    boolean eligible = true;
    for (Request.Officer officer : request.officers()) {
      String id = Presence.trimmed(officer.officerId());
      named &= !Presence.missing(id);
      eligible &= Presence.missing(id) || eligible(context.officers().apply(id), context);
    }
    if (named && eligible) {
      return List.of();
    }
    List<ReasonCode> found = new ArrayList<>();
    if (!named) {
      found.add(R213_OFFICER_MISSING);
    }
    if (!eligible) {
      found.add(R214_OFFICER_NOT_ELIGIBLE);
    }
    return found;
  }

  private static boolean eligible(Optional<Officer> officer, RequestContext context) {
    return officer
        .filter(one -> one.agency().equals(context.agency()))
        .filter(Officer::mayReceive)
        .isPresent();
  }

  static List<ReasonCode> protectedStatus(Request request, RequestContext context) {
    String status = Presence.trimmed(request.protectedStatus());
    if (status.equals("NONE")) {
      return List.of();
    }
    return List.of(PROTECTED.contains(status) ? R234_PROTECTED_STATUS : R235_STATUS_NOT_STATED);
  }
}
