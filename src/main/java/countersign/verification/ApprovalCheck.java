package countersign.verification;

import countersign.authority.Enrolment;
import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Each decision on a request has one event, and the reverse; they agree, and each decision of a
 * person carries a signature by a key of the enrolment register. Thread-safe.
 */
final class ApprovalCheck {
  private static final Comparator<SignedRow> NUMBERED_FIRST =
      Comparator.comparing((SignedRow row) -> row.number() < 1)
          .thenComparingLong(SignedRow::number);

  private final Enrolment enrolment;

  ApprovalCheck(Enrolment enrolment) {
    this.enrolment = enrolment;
  }

  /** Compares the decisions on one request. */
  void compare(String request, RecordedEvents told, List<SignedRow> rows, Findings findings) {
    new OfRequest(request, told, rows, findings.about("approvals", "approval")).compare();
    new RepeatedDecisions(request, findings)
        .compare(told, rows.stream().sorted(NUMBERED_FIRST).toList());
  }

  /** The decisions on one request. */
  private final class OfRequest {
    private final String request;
    private final List<Numbered> open;
    private final List<SignedRow> rows;
    private final Findings.Of findings;

    OfRequest(String request, RecordedEvents told, List<SignedRow> rows, Findings.Of findings) {
      this.request = request;
      this.open = new ArrayList<>(told.events());
      this.rows = rows;
      this.findings = findings;
    }

    /**
     * Pairs each row with its event; what then is left is paired by its step. Of two copies the one
     * that the database did not number comes last.
     */
    void compare() {
      List<SignedRow> others = new ArrayList<>();
      for (SignedRow row : rows.stream().sorted(NUMBERED_FIRST).toList()) {
        if (paired(row, (event, found) -> event.fact("statement").equals(found.statementHash()))
            .isEmpty()) {
          others.add(row);
        }
      }
      for (SignedRow row : others) {
        if (paired(row, (event, found) -> true).isEmpty()) {
          findings.extra(number(row), "The ledger recorded no such decision on " + name() + ".");
        }
      }
      for (Numbered event : open) {
        findings.missing(
            request,
            "The row of the decision in event %d (%s) is missing."
                .formatted(event.id(), event.verb().name()));
      }
    }

    private Optional<Numbered> paired(SignedRow row, BiPredicate<Numbered, SignedRow> fits) {
      Optional<Numbered> event =
          open.stream()
              .filter(one -> one.verb().storedName().equals(row.step().toLowerCase(Locale.ROOT)))
              .filter(one -> fits.test(one, row))
              .findFirst();
      event.ifPresent(
          found -> {
            open.remove(found);
            detail(row, found);
          });
      return event;
    }

    private void detail(SignedRow row, Numbered event) {
      boolean lapse = event.verb() == Verb.LAPSE;
      findings.require(
          event.event().at().equals(row.columns().at())
              && (lapse || event.event().actor().id().equals(row.columns().account())),
          number(row),
          "The decision on %s has another person or time than the ledger recorded."
              .formatted(name()));
      if (row.isSigned()) {
        signed(row, event);
      } else {
        findings.require(
            !event.has("statement")
                && (lapse || event.verb() == Verb.DECLINE)
                && row.columns().account().equals("gateway"),
            number(row),
            "The decision on %s has no signed statement.".formatted(name()));
      }
    }

    private void signed(SignedRow row, Numbered event) {
      findings.require(
          event.says("statement", row.statementHash())
              && event.says("signature", row.signatureHex())
              && event.says("key", String.valueOf(row.key()))
              && event.says("draftSha256", row.columns().draftSha256()),
          number(row),
          "The decision on %s is not the one that the ledger recorded.".formatted(name()));
      findings.require(
          row.agreesWithStatement(request),
          number(row),
          "The columns of the decision on %s differ from the signed statement.".formatted(name()));
      findings.require(
          row.signer(enrolment).isPresent(),
          number(row),
          "The signature of the decision on %s does not fit an enrolled key.".formatted(name()));
    }

    private String name() {
      return Finding.printable(request);
    }

    private static String number(SignedRow row) {
      return Long.toString(row.number());
    }
  }
}
