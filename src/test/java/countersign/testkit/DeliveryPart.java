package countersign.testkit;

import countersign.authority.Authority;
import countersign.delivery.Delivery;
import countersign.delivery.DeliveryParts;
import countersign.delivery.SealedFile;
import countersign.lifecycle.LifecycleFixtures;
import countersign.pgp.SecretKey;
import countersign.request.AcknowledgementId;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.OutgoingId;
import countersign.request.ResponseId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A world's delivery, and the partner's outbox. It does the steps of the routes in their order. */
public final class DeliveryPart {
  private final World world;
  private final Delivery steps;
  private final Map<String, byte[]> outbox = new HashMap<>();

  DeliveryPart(World world) {
    this.world = world;
    this.steps = under(world.authority());
  }

  /** The gateway's steps. */
  public Delivery steps() {
    return steps;
  }

  /** The gateway's steps under another authority. */
  public Delivery under(Authority authority) {
    return DeliveryParts.deliveryOn(world, authority);
  }

  /** Takes a file with this number of requests, acknowledges it and looks it up. */
  public FileId takes(int requests) {
    FileId file = world.intake().arrives(1, requests, line -> line);
    acknowledges(file + ".ack.001");
    world.approvals().lookUp();
    return file;
  }

  /** Does the work of the acknowledge and deliver routes for one acknowledgement. */
  public void acknowledges(String id) {
    steps.acknowledge(AcknowledgementId.parse(id));
    uploads(id);
  }

  /** Does the work of the timers and routes until all queues are empty. */
  public void runs() {
    steps.releaseDue();
    for (int round = 0; round < 4; round++) {
      world.work("release").forEach(id -> steps.release(GroupId.parse(id)));
      sealLedger();
      world.work("seal").forEach(id -> steps.seal(ResponseId.parse(id)));
      sealLedger();
      world.work("deliver").forEach(this::uploads);
    }
  }

  /** Makes a checkpoint and queues the work that waited for it. */
  public void sealLedger() {
    world.ledger().sealer().seal();
    LifecycleFixtures.awaitedOn(world.database()).queueCovered();
  }

  /** Does the work of the deliver route for one file. */
  public void uploads(String id) {
    SealedFile sealed = steps.dispatch(OutgoingId.parse(id));
    outbox.put(sealed.name(), bytes(sealed));
    steps.deliver(sealed);
  }

  /** The bytes of a file that is ready for its upload. */
  public static byte[] bytes(SealedFile sealed) {
    try (InputStream in = sealed.content()) {
      return in.readAllBytes();
    } catch (IOException cause) {
      throw new UncheckedIOException("The stored bytes cannot be read", cause);
    }
  }

  /** The names of the files that were uploaded, with their bytes. */
  public Map<String, byte[]> outbox() {
    return outbox;
  }

  /** The names of the delivered responses, in the order of their release. */
  public List<String> responses() {
    return world.list(
        "select id || '.ndjson.pgp' from response where state = 'DELIVERED' order by released_at, id");
  }

  /** The plaintext of a file in the outbox, decrypted with the key. */
  public String opened(String name, SecretKey with) throws IOException {
    return new String(
        SealedBytes.open(
            outbox.get(name), with, world.keys().gateway().certificate(), world.clock().instant()),
        StandardCharsets.UTF_8);
  }
}
