package countersign.modelcheck;

import countersign.approval.ApprovalFixtures;
import countersign.approval.Approvals;
import countersign.authority.Authority;
import countersign.authority.PinnedKey;
import countersign.authority.TestAuthority;
import countersign.authority.TestPeople;
import countersign.delivery.Delivery;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import countersign.request.FileId;
import countersign.testkit.RequestFile;
import countersign.testkit.SettableClock;
import countersign.testkit.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A gateway on a database of its own under two authorities, which differ in the officer's key, and
 * the cases that tests begin on it.
 */
final class Gateways {
  /** Cases on one database; a new one is made for more. */
  private static final int CASES = 40;

  private static Gateways newest = new Gateways();

  final World world;
  private final List<Gateway> gateways;
  private final List<SecretKey> officers;
  private int cases;

  /** The parts of the gateway under one authority. */
  record Gateway(Approvals approvals, Delivery delivery) {}

  private Gateways() {
    this(folder());
  }

  private Gateways(Path folder) {
    this.world = new World(folder, TestAuthority.schedule(Duration.ofHours(1)));
    for (int number = 1; number <= CASES; number++) {
      world.approvals().holds(number);
    }
    SecretKey other = KeyMaker.make("Alex Sample", Instant.parse("2026-09-01T00:00:00Z"), null);
    this.officers = List.of(world.keys().officer(), other);
    this.gateways =
        List.of(
            new Gateway(world.approvals().decisions(), world.delivery().steps()),
            under(withKey(folder.resolve("other.asc"), other)));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("countersign-model");
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private Authority withKey(Path file, SecretKey key) {
    try {
      Files.write(file, key.certificate().armoured());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return TestAuthority.with(
        TestAuthority.schedule(Duration.ofHours(1)),
        Map.of(
            "OFF-0401",
            new PinnedKey(key.fingerprint(), file, LocalDate.parse("2026-09-01"), null)),
        world.authority().partner(TestAuthority.PARTNER).orElseThrow().agencyKeys());
  }

  private Gateway under(Authority authority) {
    return new Gateway(
        ApprovalFixtures.approvalsOn(
            world.database(), world.lifecycle(), world.vault(), authority, world.clock()),
        world.delivery().under(authority));
  }

  /** A drafted request in a group of its own, at the time at which every case begins. */
  static RealCase begin() {
    if (newest.cases == CASES) {
      newest = new Gateways();
    }
    return newest.next();
  }

  private RealCase next() {
    cases++;
    world.passes(Duration.between(world.clock().instant(), SettableClock.START));
    RequestFile file =
        RequestFile.named("DHS-ICE_T_20261124_%04d".formatted(cases))
            .add(RequestFile.request(cases));
    file.change(1, line -> line.replaceAll("OFF-[0-9]{4}", "OFF-0401"));
    FileId id = world.intake().arrives(file);
    world.intake().inbox().moved(TestAuthority.PARTNER, file.name());
    world.delivery().acknowledges(id + ".ack.001");
    world.approvals().lookUp();
    return new RealCase(this, World.key(id, cases));
  }

  /** The gateway while the officer has this key, 1 or 2. */
  Gateway with(int officersKey) {
    return gateways.get(officersKey - 1);
  }

  /** The officer's secret keys, in the order of their numbers. */
  List<SecretKey> officers() {
    return officers;
  }

  /** The public key of an account in the register. */
  static byte[] publicKey(String account) {
    return HexFormat.of().parseHex(TestPeople.publicKey(account));
  }
}
