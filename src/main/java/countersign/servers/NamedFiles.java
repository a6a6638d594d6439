package countersign.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the files that settings name for what they hold and whether they have one purpose. */
public final class NamedFiles {
  /** More than this is no password, whatever follows. */
  private static final int READ_AT_MOST = 65_536;

  private NamedFiles() {}

  /**
   * A file that may not be used.
   *
   * @param where the setting that names it
   * @param what what is wrong, without the content
   */
  public record Unfit(NamedFile where, String what) {}

  /** The passwords that are something else. */
  public static List<Unfit> notPasswords(List<NamedFile> files) {
    List<Unfit> unfit = new ArrayList<>();
    for (NamedFile named : files) {
      if (named.kind() == NamedFile.Kind.PASSWORD && Files.isReadable(named.file())) {
        objection(named).ifPresent(found -> unfit.add(new Unfit(named, found)));
      }
    }
    return unfit;
  }

  private static Optional<String> objection(NamedFile named) {
    if (!Files.isRegularFile(named.file())) {
      return Optional.of("something that is not a file");
    }
    try (InputStream in = Files.newInputStream(named.file())) {
      return PasswordText.objection(in.readNBytes(READ_AT_MOST));
    } catch (IOException e) {
      return Optional.of("a file that cannot be read");
    }
  }

  /** Each file that an earlier setting names for another purpose. */
  public static List<Unfit> twoPurposes(List<NamedFile> files) {
    List<Unfit> unfit = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      NamedFile named = files.get(i);
      files.subList(0, i).stream()
          .filter(named::clashesWith)
          .findFirst()
          .ifPresent(
              first ->
                  unfit.add(
                      new Unfit(
                          named, "the file of %s · %s".formatted(first.document(), first.key()))));
    }
    return unfit;
  }
}
