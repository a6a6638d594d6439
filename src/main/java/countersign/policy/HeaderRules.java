package countersign.policy;

import static countersign.request.ReasonCode.*;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.Delegation;
import countersign.authority.Official;
import countersign.request.Environment;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestHeader;
import countersign.validation.Dates;
import countersign.validation.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Stage 4: does the header agree with the file's name, and may this requester ask under this
 * agreement now? The signer is compared by intake.
 *
 * @see <a href="../../../../../docs/rules.md">R2, R3, R12, R17, R34</a>
 */
final class HeaderRules {
  private final Authority authority;

  HeaderRules(Authority authority) {
    this.authority = authority;
  }

  List<ReasonCode> judge(RequestHeader header, FileId file, String agency, Instant receivedAt) {
    TreeSet<ReasonCode> found = new TreeSet<>(java.util.Comparator.comparing(Enum::name));
    Agreement agreement =
        Optional.ofNullable(header.agreement()).flatMap(authority::agreement).orElse(null);
    LocalDate local =
        LocalDate.ofInstant(receivedAt, agreement == null ? ZoneOffset.UTC : agreement.zone());
    if (!agreesWithName(header, file, agency, receivedAt)) {
      found.add(F103_FILENAME);
    }
    if (file.environment() != authority.environment()) {
      found.add(F110_TEST_IN_PROD);
    }
    if (agreement == null || !agreement.inForce(local, agency, file.environment())) {
      found.add(A109_AGREEMENT_NOT_IN_FORCE);
    }
    requester(header, agency, local).ifPresent(found::add);
    if (!attested(header, agreement, local, LocalDate.ofInstant(receivedAt, ZoneOffset.UTC))) {
      found.add(A107_ATTESTATION);
    }
    return List.copyOf(found);
  }

  private boolean agreesWithName(
      RequestHeader header, FileId file, String agency, Instant receivedAt) {
    Environment environment = file.environment();
    Long sequence = header.sequence();
    return file.value().equals(header.fileId())
        && file.agency().equals(header.agency())
        && agency.equals(header.agency())
        && environment.headerWord().equals(header.environment())
        && sequence != null
        && sequence == file.sequence()
        && madeOn(header, file, receivedAt);
  }

  private boolean madeOn(RequestHeader header, FileId file, Instant receivedAt) {
    try {
      Instant created = Instant.parse(Presence.trimmed(header.createdAt()));
      int minutes =
          authority.rules().map(rules -> rules.limits().clockToleranceMinutes()).orElse(0);
      return LocalDate.ofInstant(created, ZoneOffset.UTC).equals(file.date())
          && !created.isAfter(receivedAt.plus(Duration.ofMinutes(minutes)));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private Optional<ReasonCode> requester(RequestHeader header, String agency, LocalDate day) {
    Optional<Official> official =
        Optional.ofNullable(header.requester())
            .map(RequestHeader.Requester::registerId)
            .flatMap(authority::official)
            .filter(one -> one.agency().equals(agency));
    if (official.isEmpty()) {
      return Optional.of(A101_REQUESTER_NOT_AUTHORIZED);
    }
    if (!official.get().delegate() && header.delegation() == null) {
      return Optional.empty();
    }
    Optional<Delegation> instrument =
        Optional.ofNullable(header.delegation()).flatMap(authority::delegation);
    boolean valid =
        instrument.isPresent() && instrument.get().valid(official.get().registerId(), agency, day);
    return valid ? Optional.empty() : Optional.of(A102_DELEGATION_INVALID);
  }

  private static boolean attested(
      RequestHeader header, @Nullable Agreement agreement, LocalDate local, LocalDate utc) {
    RequestHeader.Attestation word = header.attestation();
    RequestHeader.Requester requester = header.requester();
    if (word == null || requester == null || Presence.missing(word.textId())) {
      return false;
    }
    Optional<LocalDate> signed = Dates.of(word.signedOn());
    boolean inTime =
        signed.isPresent()
            && !(signed.get().isAfter(local) && signed.get().isAfter(utc))
            && (agreement == null
                || !signed.get().isBefore(local.minusDays(agreement.limits().attestationDays())));
    return inTime
        && (agreement == null || agreement.attestationText().equals(word.textId()))
        && Presence.trimmed(word.signedBy()).equals(Presence.trimmed(requester.registerId()));
  }
}
