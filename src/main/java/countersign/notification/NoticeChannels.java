package countersign.notification;

import java.util.Set;

/** The ways by which the routes tell notices. */
public interface NoticeChannels {
  /** The channel that gets cases only; an integrator may hang own listeners on it. */
  String TOPIC = "topic";

  /** Names of the channels that have a route. */
  Set<String> open();

  /**
   * Tells a notice.
   *
   * @throws countersign.request.Unavailable if the channel does not take it
   */
  void tell(String channel, Notice notice);
}
