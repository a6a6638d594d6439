package countersign.testkit;

import countersign.arrival.ArrivingFile;
import countersign.arrival.ReceivedFile;
import countersign.authority.TestAuthority;
import countersign.intake.FileMoves;
import countersign.intake.HeldDecisions;
import countersign.intake.Intake;
import countersign.intake.IntakeParts;
import countersign.pgp.EnvelopeLimits;
import countersign.pgp.Opener;
import countersign.pgp.SecretKey;
import countersign.profile.FileKind;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.Refused;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A world's intake with one partner. It does the steps of the arrival route in their order. */
public final class IntakePart {
  private final World world;
  private final EasyRules rules;
  private final IntakeParts parts;
  private long maxPlaintextBytes = 1L << 32;

  IntakePart(World world) {
    this.world = world;
    this.rules = new EasyRules(world.keys());
    this.parts = IntakeParts.on(world, rules, this::opener);
  }

  private Opener opener() {
    return new Opener(
        List.of(world.keys().gateway()),
        new EnvelopeLimits(maxPlaintextBytes, 200, Duration.ofDays(30), Duration.ofMinutes(10)));
  }

  /** The gateway's steps. */
  public Intake steps() {
    return parts.intake();
  }

  /** Moves files out of the inbox. */
  public FileMoves inbox() {
    return parts.inbox();
  }

  /** Decides files and requests that are held. */
  public HeldDecisions heldFiles() {
    return parts.heldFiles();
  }

  /** The objects that later parts are built on. */
  public IntakeParts parts() {
    return parts;
  }

  /** The rules that files are judged by. */
  public EasyRules rules() {
    return rules;
  }

  /** No file that opens to more bytes is read from now on. */
  public void opensAtMost(long plaintextBytes) {
    maxPlaintextBytes = plaintextBytes;
  }

  /** The bytes, sealed for the gateway now. */
  public byte[] sealed(byte[] plaintext, SecretKey signer) {
    return SealedBytes.seal(
        plaintext, signer, world.keys().gateway().certificate(), world.clock().instant());
  }

  /** Does what the arrival route does with a file that the head of the agency has signed. */
  public FileId arrives(RequestFile file) {
    return arrives(file.name(), sealed(file.bytes(), world.keys().head()));
  }

  /** Does what the arrival route does with these bytes. */
  public FileId arrives(String name, byte[] sealed) {
    ReceivedFile received = receive(name, sealed);
    if (received.kind() == FileKind.REQUEST) {
      judge(received);
    }
    return received.id();
  }

  /**
   * A file with good requests R-000001 and so on, all for officer OFF-0401, arrives, is judged and
   * moved.
   *
   * @param number in the agency's sequence
   * @param spoil what is done to each request line, given as the partner would write it
   */
  public FileId arrives(int number, int requests, UnaryOperator<String> spoil) {
    RequestFile file =
        RequestFile.named("DHS-ICE_T_20261124_%04d".formatted(number)).requests(requests);
    for (int i = 1; i <= requests; i++) {
      file.change(i, line -> spoil.apply(line.replaceAll("OFF-[0-9]{4}", "OFF-0401")));
    }
    FileId id = arrives(file);
    inbox().moved(TestAuthority.PARTNER, file.name());
    return id;
  }

  /** Receives these bytes from the partner's inbox. */
  public ReceivedFile receive(String name, byte[] sealed) {
    return steps()
        .receive(
            new ArrivingFile(
                new ByteArrayInputStream(sealed), name, sealed.length, TestAuthority.PARTNER));
  }

  /** Opens and reads a received file, or rejects it. */
  public void judge(ReceivedFile received) {
    try {
      steps().read(steps().open(received));
    } catch (Refused why) {
      steps().refuse(received.id(), why);
    }
  }

  /** Does what delivery does once an acknowledgement is in the outbox. */
  public void acknowledged(FileId file) {
    world
        .tampering()
        .sql(
            "update acknowledgement set state = 'DELIVERED', delivered_at = now() where file_id = ?")
        .param(file.value())
        .update();
    world
        .lifecycle()
        .run(
            Actor.GATEWAY,
            change -> {
              world
                  .jdbc()
                  .sql("delete from work where stage in ('acknowledge', 'deliver')")
                  .update();
              parts.progress().acknowledged(change, file);
            });
  }
}
