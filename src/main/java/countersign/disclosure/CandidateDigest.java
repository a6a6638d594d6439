package countersign.disclosure;

import countersign.approval.JdbcApprovals.Signed;
import countersign.approval.JdbcApprovals.StoredDecision;
import countersign.crypto.Sha256;
import countersign.disclosure.ApprovalVerification.Candidate;
import countersign.ledger.Event;
import countersign.statement.RequestInContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * One SHA-256 over everything that decides whether the approvals of a request count: two candidates
 * have the same one only if every part of them is the same. Used once; not thread-safe.
 */
final class CandidateDigest {
  private final MessageDigest digest = Sha256.start();

  private CandidateDigest() {}

  /**
   * The digest, hexadecimal.
   *
   * @param scope what is the same for all requests of a release, and the officers with their keys
   */
  static String of(String scope, Candidate candidate) {
    CandidateDigest all = new CandidateDigest();
    all.text(scope);
    all.request(candidate);
    all.text(Integer.toString(candidate.rows().size()));
    candidate.rows().forEach(all::decision);
    all.text(Integer.toString(candidate.told().size()));
    candidate.told().stream().map(Event::canonical).forEach(all::bytes);
    return HexFormat.of().formatHex(all.digest.digest());
  }

  private void request(Candidate candidate) {
    RequestInContext asked = candidate.asked();
    text(candidate.key().toString());
    text(asked.partner());
    text(asked.agency());
    text(asked.agreement());
    text(String.valueOf(asked.requester()));
    text(asked.receivedAt().toString());
    text(String.valueOf(asked.ruleSet()));
    text(candidate.bodySha256());
    text(Integer.toString(candidate.draftGeneration()));
    text(candidate.draftSha256());
  }

  private void decision(StoredDecision row) {
    text(Long.toString(row.number()));
    text(row.step());
    text(row.account());
    bytes(row.draftSha256());
    text(row.at().toString());
    text(String.valueOf(row.expiresAt()));
    text(row.identifiesInformant() + " " + row.impairsInvestigation());
    Signed signed = row.signed();
    text(signed == null ? "unsigned" : "signed");
    if (signed != null) {
      bytes(signed.statement());
      bytes(signed.signature());
      text(signed.keyId());
    }
  }

  private void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The length comes first, so that no two rows of parts have the same bytes. */
  private void bytes(byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    digest.update(part);
  }
}
