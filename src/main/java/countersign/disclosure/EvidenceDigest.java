package countersign.disclosure;

import countersign.approval.JdbcApprovals.Signed;
import countersign.approval.JdbcApprovals.StoredDecision;
import countersign.crypto.PartsDigest;

/**
 * One SHA-256 over everything stored that decides whether the approvals of a request count: two
 * requests have the same one only if every part of them is the same. Nothing is parsed for it.
 * Stateless.
 */
final class EvidenceDigest {
  private EvidenceDigest() {}

  /**
   * The digest, hexadecimal.
   *
   * @param scope what is the same for all requests of a release
   */
  static String of(String scope, ApprovalEvidence evidence) {
    PartsDigest digest = new PartsDigest().text(scope);
    request(digest, evidence.request());
    digest.value(evidence.rows().size());
    evidence.rows().forEach(row -> decision(digest, row));
    digest.value(evidence.told().size());
    evidence.told().forEach(digest::bytes);
    return digest.hex();
  }

  private static void request(PartsDigest digest, StoredRequest request) {
    StoredRequest.Context context = request.context();
    digest
        .text(request.key().toString())
        .value(request.number())
        .text(context.partner())
        .text(context.agency())
        .text(context.agreement())
        .value(context.requester())
        .value(context.receivedAt())
        .value(context.ruleSet())
        .bytes(request.body())
        .value(request.draft().generation())
        .bytes(request.draft().sha256())
        .bytes(request.draft().item());
  }

  private static void decision(PartsDigest digest, StoredDecision row) {
    digest
        .value(row.number())
        .text(row.step())
        .text(row.account())
        .bytes(row.draftSha256())
        .value(row.at())
        .value(row.expiresAt())
        .value(row.identifiesInformant())
        .value(row.impairsInvestigation());
    Signed signed = row.signed();
    digest.text(signed == null ? "unsigned" : "signed");
    if (signed != null) {
      digest.bytes(signed.statement()).bytes(signed.signature()).text(signed.keyId());
    }
  }
}
