package countersign.notification;

import countersign.lifecycle.EveryMinute;
import countersign.lifecycle.LoggedFailure;
import countersign.request.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each channel what holds now and was not told. A notice counts as told when its channel has
 * taken it; a crash in between tells it twice.
 */
public final class Notifications implements EveryMinute {
  private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);

  /** More wait for the next minute, so that a flood of cases is no flood of mails. */
  private static final int MOST = 100;

  private final JdbcNotices notices;
  private final ExpiringKeys keys;
  private final NoticeChannels channels;

  Notifications(JdbcNotices notices, ExpiringKeys keys, NoticeChannels channels) {
    this.notices = notices;
    this.keys = keys;
    this.channels = channels;
  }

  @Override
  public void run() {
    for (String channel : channels.open()) {
      try {
        notices.compare(channel, keys.fingerprints());
        for (Notice notice : notices.untold(channel, MOST)) {
          channels.tell(channel, notice);
          notices.told(channel, notice);
        }
      } catch (Unavailable away) {
        LOG.warn("{}", away.getMessage());
      } catch (RuntimeException e) { // the other tasks of the minute must run
        LOG.error(
            "Notices by {} failed; the gateway sends them again later",
            channel,
            new LoggedFailure(e));
      }
    }
  }
}
