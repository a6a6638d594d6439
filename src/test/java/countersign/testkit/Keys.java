package countersign.testkit;

import countersign.authority.Authority;
import countersign.authority.PinnedKey;
import countersign.authority.Schedule;
import countersign.authority.TestAuthority;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys of the gateway and of those it deals with, each made when a test first asks for it. */
public final class Keys {
  private static final Instant MADE = Instant.parse("2026-09-01T00:00:00Z");

  private final Map<String, SecretKey> made = new ConcurrentHashMap<>();

  /** The gateway. */
  public SecretKey gateway() {
    return of("Countersign gateway");
  }

  /** The head of the agency, who signs requests. */
  public SecretKey head() {
    return of("Jordan Example");
  }

  /** A second person of the partner, whose key is pinned but who may not request. */
  public SecretKey other() {
    return of("Another person of the partner");
  }

  /** A person whose key is not pinned. */
  public SecretKey stranger() {
    return of("A stranger");
  }

  /** Officer OFF-0401, who receives responses. */
  public SecretKey officer() {
    return of("Alex Sample");
  }

  /** The agency, which receives acknowledgements. */
  public SecretKey agency() {
    return of(TestAuthority.AGENCY);
  }

  private SecretKey of(String owner) {
    return made.computeIfAbsent(owner, name -> KeyMaker.make(name, MADE, null));
  }

  /** Writes the public keys of officer and agency and returns an authority that names them. */
  Authority pinnedIn(Path folder, Schedule schedule) {
    return TestAuthority.with(
        schedule,
        Map.of("OFF-0401", pinned(folder.resolve("officer.asc"), officer())),
        List.of(pinned(folder.resolve("agency.asc"), agency())));
  }

  private static PinnedKey pinned(Path file, SecretKey key) {
    try {
      Files.write(file, key.certificate().armoured());
    } catch (IOException cause) {
      throw new UncheckedIOException("The test's key cannot be written", cause);
    }
    return new PinnedKey(key.fingerprint(), file, LocalDate.ofInstant(MADE, ZoneOffset.UTC), null);
  }
}
