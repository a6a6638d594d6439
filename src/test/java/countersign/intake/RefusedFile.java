package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounting.AccountingEntry;
import countersign.request.FileId;
import countersign.testkit.World;

/** What is left of a file that was refused as a whole, and of nothing else. */
final class RefusedFile {
  private RefusedFile() {}

  /** Under its own name. */
  static void assertRefused(World world, FileId id, String codes, String details) {
    assertRefused(world, id + ".req.ndjson.pgp", id, codes, details);
  }

  /** Under the name that the partner gave it. */
  static void assertRefused(World world, String name, FileId id, String codes, String details) {
    assertThat(world.state(id)).isEqualTo("REFUSED");
    assertThat(String.join(" ", world.codes(id))).isEqualTo(codes);
    assertThat(String.join(", ", world.details(id))).isEqualTo(details);
    assertThat(world.count("select count(*) from request")).isZero();
    assertThat(world.accounting().entries(id))
        .singleElement()
        .matches(AccountingEntry::intact)
        .matches(entry -> entry.kind() == AccountingEntry.EntryType.FILE);
    assertThat(world.list("select id from acknowledgement")).containsExactly(id + ".ack.001");
    assertThat(world.list("select stage from work")).containsExactly("acknowledge");
    assertThat(world.list("select verb from event order by id"))
        .containsExactly("receive", "refuse");
    assertThat(
            world
                .intake()
                .inbox()
                .folder(IntakeFixtures.PARTNER, name, world.count("select size_bytes from file")))
        .contains("rejected");
  }
}
