package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import countersign.authority.FolderNames;
import countersign.journal.PastFiles;
import countersign.journal.UnknownFile;
import countersign.testkit.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a partner's folders are compared with the database, and what waits until then. */
class PastFoldersTest {
  private static final String PARTNER = "dhs-ice";
  private final SettableClock clock = new SettableClock();
  private final Set<String> missing = new HashSet<>();
  private final Set<String> there = new HashSet<>();
  private final List<String> asked = new ArrayList<>();
  private final Past past = new Past();
  private int hastened;
  private int failsAt = -1;
  private final PastFolders folders = new PastFolders(PARTNER, past, () -> hastened++, clock);

  private void compare() throws SftpException {
    Map<String, Optional<String>> found = new HashMap<>();
    for (String folder : List.of("archive", "inbox", "outbox", "rejected")) {
      found.put(folder, missing.contains(folder) ? Optional.empty() : Optional.of("755"));
    }
    folders.compare(new PartnerFolderState(found, FolderNames.PUBLISHED), this::size);
  }

  private Optional<Long> size(String folder, String name) throws SftpException {
    if (asked.size() == failsAt) {
      throw new SftpException(ChannelSftp.SSH_FX_CONNECTION_LOST, "Connection lost");
    }
    asked.add(folder + "/" + name);
    return there.contains(folder + "/" + name) ? Optional.of(1L) : Optional.empty();
  }

  @Test
  void uploads_wait_until_each_name_was_asked_for_once() throws SftpException {
    assertThat(past.waiting).containsExactly(PARTNER);
    compare();

    assertThat(asked).containsExactly("outbox/ack", "archive/next", "rejected/next");
    assertThat(past.waiting).isEmpty();
    assertThat(hastened).isEqualTo(1);
    compare();
    assertThat(asked).as("a second call").hasSize(3);
    assertThat(folders.begins()).isFalse();
  }

  @Test
  void an_unknown_file_is_recorded_before_uploads_go_on() throws SftpException {
    there.add("outbox/ack");
    there.add("rejected/next");
    compare();

    assertThat(past.found).containsExactly("outbox/ack, waiting", "rejected/next, waiting");
  }

  @Test
  void an_error_in_the_middle_begins_the_comparison_anew() throws SftpException {
    there.add("outbox/ack");
    failsAt = 1;
    assertThatThrownBy(this::compare).isInstanceOf(SftpException.class);
    assertThat(past.waiting).containsExactly(PARTNER);
    failsAt = -1;
    asked.clear();
    compare();

    assertThat(asked).hasSize(3);
    assertThat(past.waiting).isEmpty();
  }

  @Test
  void a_folder_that_is_missing_is_asked_when_it_is_there() throws SftpException {
    missing.add("archive");
    there.add("archive/next");
    compare();
    assertThat(asked).containsExactly("outbox/ack", "rejected/next");
    assertThat(past.waiting).as("answers go as far as possible").isEmpty();
    compare();
    assertThat(asked).hasSize(2);
    assertThat(past.found).isEmpty();
    missing.clear();
    compare();

    assertThat(asked).containsExactly("outbox/ack", "rejected/next", "archive/next");
    assertThat(past.found).hasSize(1);
  }

  @Test
  void uploads_wait_for_the_outbox() throws SftpException {
    missing.add("outbox");
    compare();
    assertThat(past.waiting).containsExactly(PARTNER);
    missing.clear();
    compare();

    assertThat(past.waiting).isEmpty();
  }

  @Test
  void without_polls_the_folders_are_looked_into_twice_a_minute_until_all_are_compared()
      throws SftpException {
    assertThat(folders.begins()).isTrue();
    assertThat(folders.begins()).isFalse();
    clock.passes(Duration.ofSeconds(30));
    assertThat(folders.begins()).isTrue();
    missing.add("archive");
    compare();
    clock.passes(Duration.ofSeconds(30));
    assertThat(folders.begins()).isTrue();
    missing.clear();
    compare();
    clock.passes(Duration.ofSeconds(30));

    assertThat(folders.begins()).isFalse();
  }

  private static final class Past implements PastFiles {
    private final Set<String> waiting = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    @Override
    public List<UnknownFile> names(String partner, LocalDate today) {
      return List.of(
          new UnknownFile(partner, "outbox", "ack"),
          new UnknownFile(partner, "archive", "next"),
          new UnknownFile(partner, "rejected", "next"));
    }

    @Override
    public boolean recordUnknown(UnknownFile file) {
      String state = waiting.isEmpty() ? "free" : "waiting";
      found.add("%s/%s, %s".formatted(file.folder(), file.name(), state));
      return true;
    }

    @Override
    public void uploadsWait(String partner) {
      waiting.add(partner);
    }

    @Override
    public void uploadsGoOn(String partner) {
      waiting.remove(partner);
    }
  }
}
