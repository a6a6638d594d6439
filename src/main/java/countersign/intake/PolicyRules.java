package countersign.intake;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.policy.Day;
import countersign.policy.Policy;
import countersign.policy.RequestContext;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import countersign.request.Unavailable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@link Rules} by the policy package; every date is measured at the file's first pick-up. */
final class PolicyRules implements Rules {
  private final Authority authority;
  private final Policy policy;

  PolicyRules(Authority authority) {
    this.authority = authority;
    this.policy = new Policy(authority);
  }

  @Override
  public List<ReasonCode> header(
      FileRow file, RequestHeader header, @Nullable Agreement agreement) {
    return policy.screenHeader(header, file.id(), file.agency(), file.receivedAt());
  }

  @Override
  public Function<Request, List<ReasonCode>> requests(FileRow file, Agreement agreement) {
    return authority
        .rules()
        .<Function<Request, List<ReasonCode>>>map(
            rules -> {
              RequestContext context =
                  RequestContext.of(
                      file.id().environment(),
                      file.agency(),
                      agreement,
                      Day.of(file.receivedAt(), agreement.zone()),
                      rules,
                      authority::officer);
              return request -> policy.screen(request, context);
            })
        .orElseThrow(
            () ->
                new Unavailable(
                    "NO_RULES",
                    "No rule set with two good signatures is in force, so nothing can be judged.",
                    null));
  }
}
