package countersign.redaction;

import countersign.request.RequestKey;

/**
 * Exactly what would leave for one request, before anybody has looked at it. Only this package can
 * make one, and only from a {@code Match}.
 */
public sealed interface Draft permits ItemDraft {
  /** Which request. */
  RequestKey key();

  /** Canonical bytes of the response item, without a line feed. */
  byte[] item();

  /** SHA-256 of {@link #item()}: what reviewers sign. */
  byte[] sha256();

  /** How the match was made, as JSON, for the reviewers' eyes only. */
  byte[] evidence();
}
