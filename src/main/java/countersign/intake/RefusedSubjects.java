package countersign.intake;

import countersign.lifecycle.CopyRows;
import countersign.profile.FileName;
import countersign.profile.LineFault;
import countersign.profile.Lines;
import countersign.profile.Profile;
import countersign.profile.RecordKind;
import countersign.profile.RecordMapper;
import countersign.screening.MatchKeys;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Hashes of the persons in a file that stage 3 refused, of every record that can be read; for R20.
 * For one thread.
 */
final class RefusedSubjects {
  static final String COPY =
      "copy refused_subject (file_id, subject_key, subject_key_last_year) from stdin (format binary)";
  private static final int BLOCK = 5_000;

  private final FileRow file;
  private final KeyedHashes hashes;
  private final List<byte[]> blocks = new ArrayList<>();
  private CopyRows rows = new CopyRows();

  RefusedSubjects(FileRow file, KeyedHashes hashes) {
    this.file = file;
    this.hashes = hashes;
  }

  /**
   * Reads a plaintext to its end.
   *
   * @return blocks for {@link #COPY}
   */
  List<byte[]> read(InputStream plaintext) throws IOException {
    Profile profile = Profile.of(FileName.of(file.name()));
    Lines lines = new Lines(plaintext, profile.quoted());
    Lines.Raw first = lines.next();
    boolean headless = first != null && isForm(profile, first);
    if (first != null && !headless) {
      add(
          profile,
          first); // normally the header, which names no subject; a request if the header is missing
    }
    Lines.Raw second = lines.next();
    boolean form = second != null && !headless && isForm(profile, second);
    Lines.Raw raw = second == null || form ? lines.next() : second;
    while (raw != null) {
      add(profile, raw);
      if (rows.size() == BLOCK) {
        blocks.add(rows.finish());
        rows = new CopyRows();
      }
      raw = lines.next();
    }
    blocks.add(rows.finish());
    return blocks;
  }

  private static boolean isForm(Profile profile, Lines.Raw raw) {
    try {
      return profile.takesSecondLine(raw);
    } catch (LineFault e) {
      return false; // without columns no request can be read
    }
  }

  private void add(Profile profile, Lines.Raw raw) {
    try {
      JsonNode tree = profile.tree(raw);
      if (RecordKind.of(tree) == RecordKind.REQUEST) {
        String subject = MatchKeys.subject(RecordMapper.subjectOnly(tree));
        hashes.subject().add(rows.row(3).text(file.id().value()), subject);
      }
    } catch (LineFault e) {
      return; // a record that cannot be read names no subject; the acknowledgement lists it
    }
  }
}
