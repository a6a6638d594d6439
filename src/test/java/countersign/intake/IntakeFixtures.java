package countersign.intake;

import countersign.authority.Limits;
import countersign.authority.TestAuthority;
import countersign.request.ReasonCode;
import countersign.screening.FileLimits;
import countersign.stops.KnownIds;
import countersign.stops.ScopeKeys;
import countersign.stops.StopCoverage;
import countersign.vault.Vault;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What intake's tests and those of later packages begin with. */
public final class IntakeFixtures {
  static final String PARTNER = TestAuthority.PARTNER;

  /** No file reaches them: what is tested is something else. */
  public static final Limits LIFTED = numbers(Integer.MAX_VALUE);

  private IntakeFixtures() {}

  /** The keyed hashes by which stops find requests. */
  public static ScopeKeys scopeKeys(Vault vault, Clock clock) {
    return new StopKeys(vault, clock);
  }

  /** The requests that stops cover, on the given database. */
  public static StopCoverage stopCoverage(DataSource database) {
    return new JdbcStopCoverage(JdbcClient.create(database));
  }

  /** The ids of files on the given database. */
  public static KnownIds knownIds(DataSource database) {
    return new JdbcKnownIds(JdbcClient.create(database));
  }

  private static Limits numbers(int any) {
    return new Limits(1L << 32, 200, any, any, 6, 2000, any, any, any, any, 30, 20);
  }

  /** By these numbers, with every rule in force. */
  public static FileLimits comparison(Limits limits) {
    return new FileLimits(limits, 365, 3, EnumSet.allOf(ReasonCode.class));
  }

  /** A slice as {@code load} gives it. */
  public static ScreenedSlice slice(
      countersign.request.SliceId id,
      String agreement,
      List<ScreenedSlice.ScreenedRequest> requests) {
    return new Intake.LoadedSlice(id, agreement, requests);
  }
}
