package countersign.pgp;

import countersign.pgp.KeyProof.Fault;
import countersign.pgp.KeyProof.Finding;
import countersign.pgp.KeyProof.Office;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether a certificate can do its office, at a moment and for 30 days more. Stateless. */
final class KeyFitness {
  private static final Duration SOON = Duration.ofDays(30);

  private KeyFitness() {}

  /** Every reason against it; none if it can for 30 days more. */
  static List<Finding> of(Certificate certificate, Office office, Instant now) {
    List<Finding> found = new ArrayList<>();
    if (certificate.hasUnprovenRevocation()) {
      found.add(new Finding(Fault.REVOCATION_UNPROVEN, "a revocation that nothing proves"));
    }
    Predicate<Instant> does =
        office == Office.SIGN ? certificate::canSignAt : certificate::canEncryptAt;
    if (does.test(now)) {
      turns(certificate).stream()
          .filter(turn -> turn.isAfter(now) && !turn.isAfter(now.plus(SOON)))
          .filter(turn -> !does.test(turn))
          .findFirst()
          .ifPresent(end -> found.add(new Finding(Fault.KEY_ENDS_SOON, "its end on " + end)));
    } else {
      found.add(reason(certificate, office, does, now));
    }
    return found;
  }

  private static Finding reason(
      Certificate certificate, Office office, Predicate<Instant> does, Instant now) {
    int use = office == Office.SIGN ? SignatureRules.MAY_SIGN : SignatureRules.MAY_ENCRYPT;
    List<CertificateKey> able =
        certificate.keys().stream().filter(own -> own.mayEver(use)).toList();
    if (able.isEmpty() || !certificate.primary().isEverStrong()) {
      return new Finding(Fault.KEY_UNFIT, "none: " + described(certificate));
    }
    if (able.stream().allMatch(CertificateKey::isRevoked)) {
      return new Finding(Fault.KEY_REVOKED, "a revocation");
    }
    if (certificate.primary().isEveryUserIdRevoked(now)) {
      return new Finding(Fault.KEY_REVOKED, "a revocation of every user id");
    }
    Optional<Instant> begins =
        turns(certificate).stream().filter(turn -> turn.isAfter(now)).filter(does).findFirst();
    if (begins.isPresent()) {
      return new Finding(Fault.KEY_NOT_YET_VALID, "its beginning on " + begins.get());
    }
    String end =
        turns(certificate).stream()
            .filter(turn -> !turn.isAfter(now) && does.test(turn.minusSeconds(1)))
            .reduce((first, last) -> last)
            .map(turn -> "its end on " + turn)
            .or(() -> endOfPart(able, now))
            .orElse("no valid self-signature now");
    return new Finding(Fault.KEY_EXPIRED, end);
  }

  /** The end of the part that could do the office last, when the rest of the key was extended. */
  private static Optional<String> endOfPart(List<CertificateKey> able, Instant now) {
    return able.stream()
        .filter(own -> !own.isRevoked())
        .flatMap(
            own -> own.lastEnds().filter(end -> !end.isAfter(now)).map(end -> Map.entry(end, own)))
        .max(Map.Entry.comparingByKey())
        .map(
            end ->
                "the end of its %s %s on %s"
                    .formatted(
                        end.getValue().isPrimary() ? "primary key" : "subkey",
                        end.getValue().fingerprint(),
                        end.getKey()));
  }

  /** The moments at which anything may begin or end, in order. */
  private static List<Instant> turns(Certificate certificate) {
    return certificate.keys().stream()
        .flatMap(CertificateKey::turns)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static String described(Certificate certificate) {
    return certificate.keys().stream()
        .map(
            own ->
                "%s (%s)"
                    .formatted(
                        own.isPrimary() ? "primary key" : "subkey",
                        KeyStrength.described(own.key())))
        .collect(Collectors.joining(", "));
  }
}
