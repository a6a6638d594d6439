package countersign.pipeline;

import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.arrival.ReceivedFile;
import countersign.crypto.Sha256;
import countersign.request.FileId;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many receipts a second the route files, from {@code direct:receipt}. It runs only with {@code
 * -Dcountersign.receipts=10000}, the number of receipts.
 */
@EnabledIfSystemProperty(
    named = "countersign.receipts",
    matches = "[0-9]+",
    disabledReason = "takes minutes: bench/README.md says how to run it")
class ReceiptRateIT {
  private static final int RECEIPTS = Integer.getInteger("countersign.receipts", 0);
  private static final int THREADS = 4;

  @TempDir Path keys;

  @Test
  void every_receipt_is_filed() throws Exception {
    World world = new World(keys);
    world.approvals().holds(1);
    FileId file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    world.delivery().runs();
    String first = world.delivery().responses().get(0);
    String hash = Sha256.hex(world.delivery().outbox().get(first));
    List<String> responses = copies(world, first.replace(".ndjson.pgp", ""));
    try (ReceiptRoute route = new ReceiptRoute(world, (recall, response) -> false)) {
      List<ReceivedFile> received = new ArrayList<>();
      for (String response : responses) {
        String json =
            "{\"format\":\"countersign/1\",\"responseId\":\"%s\",\"officerId\":\"OFF-0401\",\"kind\":\"RECEIVED\",\"sealedSha256\":\"%s\",\"at\":\"2026-11-24T12:00:00Z\"}"
                .formatted(response, hash);
        received.add(
            world.intake().receive(response + ".dsp.OFF-0401.001.json.pgp", route.sealed(json)));
      }
      long began = System.nanoTime();
      file(route, received);
      double seconds = (System.nanoTime() - began) / 1e9;
      assertThat(world.list("select id from custody where state = 'RECEIVED'")).hasSize(RECEIPTS);
      System.out.printf(
          "%d receipts in %.1f s: %.0f a second%n", RECEIPTS, seconds, RECEIPTS / seconds);
    }
  }

  private static void file(ReceiptRoute route, List<ReceivedFile> received) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      received.forEach(file -> all.add(threads.submit(() -> route.sends(file))));
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Responses like the first one, which the gateway would need 10,000 approvals for. */
  private static List<String> copies(World world, String like) {
    String ids =
        "select '%s.rsp.' || lpad(translate(to_hex(n), '0189', 'WXYZ'), 8, 'A') as id from generate_series(1, %d) n"
            .formatted(like.replaceAll("\\.rsp\\..*", ""), RECEIPTS)
            .replace("to_hex(n)", "upper(to_hex(n))");
    world
        .tampering()
        .sql(
            """
            insert into response (id, file_id, group_id, partner, officers, final, state, released_at, release_event, review_by, sealed_sha256, delivered_at)
            select c.id, r.file_id, r.group_id, r.partner, r.officers, false, 'DELIVERED', r.released_at, r.release_event, r.review_by,
              r.sealed_sha256, r.delivered_at from response r, (%s) c where r.id = ?
            """
                .formatted(ids))
        .param(like)
        .update();
    return world.jdbc().sql(ids).query(String.class).list();
  }
}
