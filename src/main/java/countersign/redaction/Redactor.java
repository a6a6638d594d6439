package countersign.redaction;

import countersign.authority.Authority;
import countersign.records.Match;
import countersign.records.Matches;
import countersign.records.NoMatch;
import countersign.request.Request.Address;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Step {@code redact}: turns matches into exactly the bytes that would leave. It runs before the
 * review, so that reviewers see these bytes. Stateless, thread-safe.
 *
 * @see <a href="../../../../../docs/rules.md">R49, R54</a>
 */
public final class Redactor {
  /** The only element that an agreement can grant in version 1. */
  private static final String ELEMENT = "MAILING_ADDRESS";

  private final Authority authority;

  /** Creates a redactor that reads the granted elements from the agreements. */
  public Redactor(Authority authority) {
    this.authority = authority;
  }

  /** Turns every match into a draft, unless the allow-list refuses it. */
  public Drafts redact(Matches matches) {
    List<Draft> drafts = new ArrayList<>();
    List<NoDraft> others = new ArrayList<>();
    for (NoMatch other : matches.others()) {
      byte[] evidence = EvidenceJson.write(other.evidence(), other.internalReason());
      others.add(new NoDraft(other.key(), other.internalReason(), evidence));
    }
    boolean granted =
        authority
            .agreement(matches.agreementId())
            .filter(agreement -> agreement.elements().contains(ELEMENT))
            .isPresent();
    for (Match match : matches.matches()) {
      try {
        drafts.add(draft(match, granted));
      } catch (OutputNotAllowed refused) {
        byte[] evidence = EvidenceJson.write(match.evidence(), refused.code());
        others.add(new NoDraft(match.key(), refused.code(), evidence));
      }
    }
    return new RedactedSlice(matches.slice(), drafts, others);
  }

  private static Draft draft(Match match, boolean granted) {
    if (!granted || !match.request().elements().equals(List.of(ELEMENT))) {
      throw new OutputNotAllowed("would contain an element that was not granted");
    }
    String requestId = match.key().requestId();
    byte[] item =
        ResponseItem.disclosed(
            requestId, ResponseItem.newNonce(), outgoing(match.lastKnown()), match.asOf());
    AllowList.admit(item, requestId);
    return new ItemDraft(match.key(), item, EvidenceJson.write(match.evidence(), null));
  }

  /** The address in its outgoing format: one delivery line, upper case. */
  static Address outgoing(Address held) {
    String line2 = upper(held.line2());
    String line1 = upper(held.line1());
    return new Address(
        line2.isEmpty() ? line1 : (line1 + " " + line2).strip(),
        null,
        upper(held.city()),
        upper(held.state()),
        upper(held.postalCode()));
  }

  private static String upper(@Nullable String held) {
    return held == null
        ? ""
        : Normalizer.normalize(held, Normalizer.Form.NFC)
            .strip()
            .replaceAll("\\s+", " ")
            .toUpperCase(Locale.ROOT);
  }
}
