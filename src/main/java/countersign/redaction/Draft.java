package countersign.redaction;

import countersign.request.RequestKey;

/**
 * Exactly the bytes that would leave for one request, before any person has reviewed them. Only
 * this package can create one, and only from a {@code Match}.
 */
public sealed interface Draft permits ItemDraft {
  /** Key of the request. */
  RequestKey key();

  /** Canonical bytes of the response item, without a line feed. */
  byte[] item();

  /** SHA-256 of {@link #item()}, 32 bytes; reviewers sign this digest. */
  byte[] sha256();

  /** How the match was found, as JSON; only reviewers see it. */
  byte[] evidence();
}
