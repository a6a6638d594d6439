package countersign.statement;

import countersign.authority.Authority;
import countersign.authority.Enrolment.Enrolled;
import countersign.request.Request;
import countersign.request.RequestKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What every statement about a request must say, computed from the request, the registers and this
 * installation. Signing writes it; verification compares it. Remembers only which signatures were
 * verified; thread-safe.
 */
public final class StatementContext {
  private final String installation;
  private final Authority authority;
  private final SealingKeys keys;
  private final VerifiedSignatures verified = new VerifiedSignatures();

  /**
   * Creates the context of an installation.
   *
   * @param installation fingerprint of the gateway's own key
   */
  public StatementContext(String installation, Authority authority, SealingKeys keys) {
    this.installation = installation;
    this.authority = authority;
    this.keys = keys;
  }

  public Authority authority() {
    return authority;
  }

  public Statement.Place place(RequestKey key, RequestInContext asked) {
    return new Statement.Place(
        installation, authority.environment().name(), asked.partner(), asked.agreement(), key);
  }

  /** Whether a signature over these bytes was made with the key of an enrolled person. */
  public boolean verifies(Enrolled who, byte[] statement, byte[] signature) {
    return verified.verifies(who, statement, signature);
  }

  /** The officers whom the request names, with their keys at that time. */
  public List<Statement.NamedOfficer> officers(RequestInContext asked, Instant at) {
    return officerIds(asked.request()).stream()
        .map(
            id ->
                keys.of(id, asked.agency(), at)
                    .map(key -> new Statement.NamedOfficer(id, key.primary(), key.encryption()))
                    .orElse(
                        new Statement.NamedOfficer(
                            id, Statement.NamedOfficer.NO_KEY, Statement.NamedOfficer.NO_KEY)))
        .toList();
  }

  /** The ids of the officers whom a request names, sorted, each once. */
  public static List<String> officerIds(Request request) {
    return request.officers().stream()
        .map(Request.Officer::officerId)
        .filter(Objects::nonNull)
        .map(String::strip)
        .sorted()
        .distinct()
        .toList();
  }
}
