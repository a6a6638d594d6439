package countersign.routemap;

import java.util.List;

/**
 * One route as it is drawn.
 *
 * @param id its id
 * @param description what it does; empty if its source does not say
 * @param zone where it begins
 * @param start where it begins, in short, such as {@code queue lookup}
 * @param queue the queue that it reads; empty if it reads none
 * @param boxes its steps
 */
record RouteRow(
    String id, String description, Zone zone, String start, String queue, List<Box> boxes) {
  RouteRow {
    boxes = List.copyOf(boxes);
  }

  /**
   * A step.
   *
   * @param name its id, or its kind
   * @param control whether it is a step of the gateway without which a path does not start
   * @param zone where it takes the message
   * @param leadsTo where the message goes on; empty if to the next step
   */
  record Box(String name, boolean control, Zone zone, String leadsTo) {}
}
