package countersign.screening;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.Official;
import countersign.authority.Partner;
import countersign.authority.PinnedKey;
import countersign.authority.Schedule;
import countersign.pgp.Certificate;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link ScreeningPolicy} that uses the registers and the rules in force. Thread-safe. */
public final class RegisterScreeningPolicy implements ScreeningPolicy {
  private final Authority authority;
  private final ScreeningRules rules;
  private final Clock clock;
  private final RequesterKeys keys = new RequesterKeys();

  /**
   * Creates a policy that uses these registers and rules.
   *
   * @param clock current time, for blocks
   */
  public RegisterScreeningPolicy(Authority authority, ScreeningRules rules, Clock clock) {
    this.authority = authority;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public ScreeningPolicy atOneTime() {
    return new RegisterScreeningPolicy(authority.atOneTime(), rules.atOneTime(), clock);
  }

  @Override
  public Sender owner(String partner, Instant at) {
    return new Sender(known(partner).agency(), authority.environment(), List.of());
  }

  private Partner known(String partner) {
    return authority
        .partner(partner)
        .orElseThrow(() -> new IllegalArgumentException("No partner has the id " + partner));
  }

  @Override
  public Sender sender(String partner, Instant at) {
    Partner known = known(partner);
    List<Certificate> pinned = new ArrayList<>();
    for (String requester : known.requesters()) {
      authority
          .official(requester)
          .ifPresent(
              official -> accepted(official, at).forEach(key -> pinned.add(keys.certificate(key))));
    }
    return new Sender(known.agency(), authority.environment(), pinned);
  }

  @Override
  public HeaderScreening header(ArrivedFile file, RequestHeader header) {
    Agreement agreement =
        Optional.ofNullable(header.agreement()).flatMap(authority::agreement).orElse(null);
    List<ReasonCode> codes = rules.header(file, header, agreement);
    Function<Request, List<ReasonCode>> screen =
        agreement == null ? request -> List.of() : rules.requests(file, agreement);
    Function<Request, List<String>> conditions =
        agreement == null ? request -> List.of() : rules.conditions(file, agreement);
    return new HeaderScreening(
        codes,
        signers(file, header),
        screen,
        conditions,
        agreement == null ? null : rules.comparison(file, agreement),
        authority.ruleSet(),
        rules.applied(file, agreement));
  }

  /** Keys of the requester, if it may send files through this partner's inbox; otherwise empty. */
  private Set<String> signers(ArrivedFile file, RequestHeader header) {
    @Nullable String requester =
        header.requester() == null ? null : header.requester().registerId();
    boolean theirs =
        requester != null
            && authority
                .partner(file.partner())
                .filter(partner -> partner.requesters().contains(requester))
                .isPresent();
    if (!theirs) {
      return Set.of();
    }
    return authority.official(requester).stream()
        .flatMap(official -> accepted(official, file.receivedAt()).stream())
        .map(key -> key.fingerprint().toUpperCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<PinnedKey> accepted(Official official, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return official.keys().stream().filter(key -> key.acceptedOn(day)).toList();
  }

  @Override
  public List<ReasonCode> blocks(String agreement, String agency) {
    return authority
        .agreement(agreement)
        .map(known -> authority.blocks(known, agency, clock.instant()))
        .orElse(List.of(ReasonCode.A100_DISCLOSURE_DISABLED));
  }

  @Override
  public Duration answerWithin(String agreement) {
    return schedule(agreement).answerWithin();
  }

  @Override
  public Duration decideHeldWithin(String agreement) {
    return schedule(agreement).decideHeldWithin();
  }

  private Schedule schedule(String agreement) {
    return authority
        .agreement(agreement)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Agreement %s is no longer configured, so the day of the answer is unknown"
                        .formatted(agreement)))
        .schedule();
  }

  @Override
  public String ruleSet() {
    return authority.ruleSet();
  }
}
