package countersign.testkit;

import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Assertions about a file's stored state and codes. */
public final class FileAssert extends AbstractAssert<FileAssert, FileId> {
  private final JdbcClient rows;

  private FileAssert(FileId file, JdbcClient rows) {
    super(file, FileAssert.class);
    this.rows = rows;
  }

  /** Starts an assertion about a file. */
  public static FileAssert assertThatFile(JdbcClient rows, FileId file) {
    return new FileAssert(file, rows);
  }

  /** Asserts that the file is held for exactly these codes. */
  public FileAssert isHeldFor(ReasonCode... codes) {
    return is(FileState.HELD, codes);
  }

  /**
   * Asserts that the file is quarantined, because it could not be judged, for exactly these codes.
   */
  public FileAssert isQuarantinedFor(ReasonCode... codes) {
    return is(FileState.QUARANTINED, codes);
  }

  /** Asserts that the whole file is rejected with exactly these codes. */
  public FileAssert isRefusedWith(ReasonCode... codes) {
    return is(FileState.REFUSED, codes);
  }

  /** Asserts that the file is taken and has no code of its own. */
  public FileAssert isTaken() {
    return is(FileState.IN_PROGRESS);
  }

  /** Asserts that every request of the file is answered. */
  public FileAssert isAnswered() {
    return is(FileState.ANSWERED);
  }

  private FileAssert is(FileState state, ReasonCode... codes) {
    Assertions.assertThat(told())
        .as("state and codes of file %s", actual)
        .isEqualTo(state + " " + Arrays.stream(codes).map(Enum::name).sorted().toList());
    return this;
  }

  private String told() {
    List<String> codes =
        rows.sql("select unnest(file_codes) from file where id = ? order by 1")
            .param(actual.value())
            .query(String.class)
            .list();
    String state =
        rows.sql("select state from file where id = ?")
            .param(actual.value())
            .query(String.class)
            .single();
    return state + " " + codes.stream().sorted().toList();
  }
}
