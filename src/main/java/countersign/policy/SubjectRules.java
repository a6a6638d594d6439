package countersign.policy;

import static countersign.request.ReasonCode.*;

import countersign.address.StateAndZip;
import countersign.request.Environment;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.validation.NameCheck;
import countersign.validation.Presence;
import countersign.validation.TaxpayerNumberRange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules about the person in a request: name, address, number. */
final class SubjectRules {
  private static final Set<String> TYPES = Set.of("SSN", "ITIN");

  private SubjectRules() {}

  static List<ReasonCode> name(Request request, RequestContext context) {
    return NameCheck.judge(request.subject());
  }

  static List<ReasonCode> address(Request request, RequestContext context) {
    return context.addresses().judge(request.address());
  }

  static List<ReasonCode> lastLine(Request request, RequestContext context) {
    return StateAndZip.valid(request.address()) ? List.of() : List.of(R208_STATE_ZIP_INVALID);
  }

  static List<ReasonCode> number(Request request, RequestContext context) {
    Request.Tin tin = tin(request);
    if (tin == null) {
      return isOfUnknownType(request) ? List.of(M300_TIN_FORMAT) : List.of();
    }
    TaxpayerNumberRange kind = TaxpayerNumberRange.of(Presence.trimmed(tin.value()));
    boolean formed =
        kind != TaxpayerNumberRange.MALFORMED && TYPES.contains(Presence.trimmed(tin.type()));
    boolean possible =
        context.environment() == Environment.T
            || kind == TaxpayerNumberRange.SSN
            || kind == TaxpayerNumberRange.ITIN;
    return formed && possible ? List.of() : List.of(M300_TIN_FORMAT);
  }

  static List<ReasonCode> environment(Request request, RequestContext context) {
    Request.Tin tin = tin(request);
    if (tin == null || context.environment() != Environment.T) {
      return List.of();
    }
    TaxpayerNumberRange kind = TaxpayerNumberRange.of(Presence.trimmed(tin.value()));
    boolean real =
        kind != TaxpayerNumberRange.MALFORMED
            && kind != TaxpayerNumberRange.SYNTHETIC
            && TYPES.contains(Presence.trimmed(tin.type()));
    return real ? List.of(F111_REAL_LOOKING_IN_TEST) : List.of();
  }

  static List<ReasonCode> second(Request request, RequestContext context) {
    boolean born = request.subject() != null && !Presence.missing(request.subject().birthDate());
    return tin(request) != null || born ? List.of() : List.of(R223_NO_SECOND_IDENTIFIER);
  }

  /** Whether a type is stated that no taxpayer number may have. */
  private static boolean isOfUnknownType(Request request) {
    Request.Tin tin = request.subject() == null ? null : request.subject().tin();
    return tin != null
        && !Presence.missing(tin.type())
        && !TYPES.contains(Presence.trimmed(tin.type()));
  }

  /** The stated number; null if there is none or its value is missing. */
  private static Request.@Nullable Tin tin(Request request) {
    Request.Tin tin = request.subject() == null ? null : request.subject().tin();
    return tin == null || Presence.missing(tin.value()) ? null : tin;
  }
}
