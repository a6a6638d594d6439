package countersign.pause;

import countersign.request.Actor;
import java.util.List;

/**
 * The partners that are paused. While a partner is paused, no gateway polls its inbox or uploads to
 * its outbox; what was received before goes on, and what is sealed waits.
 */
public interface PartnerPauses {
  /** The cause of a sealed file that waits because its partner is paused. */
  String PAUSED = "PARTNER_PAUSED";

  /** True if the partner is paused. */
  boolean isPaused(String partner);

  /** Every pause, sorted by partner. */
  List<PartnerPause> all();

  /**
   * Pauses a partner. An upload or a download that runs ends by itself. COMMITS.
   *
   * @param reason stored outside the ledger
   * @return false if it is paused already; nothing was changed then
   */
  boolean pause(String partner, Actor actor, String reason);

  /**
   * Resumes a partner; what waits for it is due at once. COMMITS.
   *
   * @param reason stored outside the ledger
   * @return false if it is not paused; nothing was changed then
   */
  boolean resume(String partner, Actor actor, String reason);
}
