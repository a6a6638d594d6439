package countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.pgp.Certificate;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.ResponseId;
import countersign.sealing.RecipientKeys;
import countersign.sealing.SealStatement;
import countersign.sealing.SealVerification;
import countersign.testkit.DeliveryPart;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Prints what the statement about a sealing costs, beside the whole way of a response. */
class SealCostIT {
  private static final int ROUNDS = 50;
  @TempDir Path keys;

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 200})
  void the_cost_of_a_statement_is_printed_beside_the_whole_way_of_a_response(int requests) {
    World world = new World(keys);
    for (int number = 1; number <= requests; number++) {
      world.approvals().holds(number);
    }
    FileId file = world.delivery().takes(requests);
    for (int number = 1; number <= requests; number++) {
      world.approvals().twoApprove(World.key(file, number));
    }
    world.passes(Duration.ofHours(7));
    Delivery steps = world.delivery().steps();
    steps.releaseDue();

    long start = System.nanoTime();
    steps.release(new GroupId(file, 1));
    world.delivery().sealLedger();
    ResponseId response = ResponseId.parse(world.list("select id from response").get(0));
    steps.seal(response);
    world.delivery().sealLedger();
    SealedFile sealed = steps.dispatch(response);
    DeliveryPart.bytes(sealed);
    steps.deliver(sealed);
    long whole = System.nanoTime() - start;

    assertThat(world.list("select state from response")).containsExactly("DELIVERED");
    print(world, response, requests, whole);
  }

  private static void print(World world, ResponseId response, int requests, long whole) {
    SealVerification verification = DeliveryParts.verificationOn(world, world.authority());
    world.tampering().sql("update response set state = 'SEALED'").update();
    long start = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(verification.statement(response)).isPresent();
    }
    double verify = (System.nanoTime() - start) / 1e6 / ROUNDS;
    SealStatement statement = verification.statement(response).orElseThrow();
    start = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(DeliveryParts.SIGNATURE.verifies(DeliveryParts.SIGNATURE.sign(statement)))
          .isTrue();
    }
    double sign = (System.nanoTime() - start) / 1e6 / ROUNDS;
    System.getLogger("cost")
        .log(
            System.Logger.Level.INFO,
            "{0} requests: {1} ms from release to delivered; approvals {2} ms; verification at the upload {3} ms; one signature and its check {4} ms",
            requests,
            whole / 1e6,
            approvals(world, response),
            verify,
            sign);
  }

  /** What the verification of all approvals costs once; the release and the sealing each do it. */
  private static double approvals(World world, ResponseId response) {
    JdbcResponses.StoredResponse row =
        new JdbcResponses(new JdbcTemplate(world.database())).find(response).orElseThrow();
    Instant at = world.clock().instant();
    List<Certificate> officers =
        new RecipientKeys(world.authority())
            .officers(row.officers(), row.agency(), at)
            .orElseThrow();
    SealCheck check = DeliveryParts.sealCheckOn(world);
    int rounds = 10;
    check.check(row, officers, at);
    long start = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      check.check(row, officers, at);
    }
    return (System.nanoTime() - start) / 1e6 / rounds;
  }
}
