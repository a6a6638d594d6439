package countersign.journal;

import countersign.authority.TestAuthority;
import countersign.delivery.DeliveryParts;
import countersign.request.OutgoingId;
import countersign.testkit.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Creates the journal of a world's gateway. */
public final class JournalFixtures {
  private JournalFixtures() {}

  /** A journal whose loss nobody has confirmed. */
  public static UploadJournal journalOn(World world) {
    return journalOn(world, world.state(), Restored.NOTHING);
  }

  /** A journal that two people have confirmed as it is now. */
  public static UploadJournal confirmed(World world) {
    return journalOn(world, world.state(), confirmation(world.state()));
  }

  /**
   * A gateway whose database does not know the last upload of its journal, restarted after two
   * people confirmed it.
   */
  public static World reconstructs(World world) {
    Upload lost =
        new Upload(
            OutgoingId.parse("DHS-ICE_T_20261123_0009.rsp.LOSTLOST"),
            TestAuthority.PARTNER,
            "b".repeat(64),
            4711,
            List.of(
                new Upload.Result("R-000901", "DISCLOSED", "a".repeat(64)),
                new Upload.Result("R-000902", "NOT_DISCLOSED", "d".repeat(64))));
    JournalLine.Position beyond = new JournalLine.Position(1_000_000, "c".repeat(64));
    try {
      JournalFile.in(world.state())
          .append(
              before ->
                  Optional.of(
                      new JournalLine(
                          world.clock().instant(),
                          lost,
                          beyond,
                          before.map(JournalLine::hash).orElse(JournalLine.NONE))));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    World confirmed = world.with(JournalFixtures::confirmed);
    confirmed.journal().watch();
    return confirmed;
  }

  static Restored confirmation(Path state) {
    JournalLine last = last(state);
    return new Restored("c".repeat(64), Map.of(last.hash(), last.ledger().size()), Set.of());
  }

  static JournalLine last(Path state) {
    try {
      return JournalFile.in(state).last().orElseThrow();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  static UploadJournal journalOn(World world, Path state, Restored confirmed) {
    JdbcPast past = past(world);
    return new UploadJournal(
        JournalFile.in(state),
        past,
        world.ledger().reader(),
        new Reconstruction(
            world.lifecycle(),
            world.accounting(),
            world.intake().parts().progress(),
            new JdbcReconstruction(world.jdbc()),
            past,
            DeliveryParts.knownUploads(world)),
        confirmed,
        world.clock());
  }

  static JdbcPast past(World world) {
    return new JdbcPast(
        world.jdbc(),
        DeliveryParts.knownUploads(world),
        world.ledger().reader(),
        new DataSourceTransactionManager(world.database()));
  }
}
