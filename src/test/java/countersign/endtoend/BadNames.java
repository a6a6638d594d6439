package countersign.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Entries of every kind that a partner's inbox may hold and that are no file of the exchange. A
 * shell makes them, because Java cannot write every name.
 */
final class BadNames {
  /** Part of many of the names; a log must not contain it. */
  static final String PERSON = "Quentin Example";

  private static final List<String> KINDS =
      List.of(
          "*%s",
          "%s?.pgp",
          "%s\\",
          "\\*%s",
          "[%s]",
          "{%s}",
          "%s\n2026-11-30T00:00:00Z INFO forged line",
          "%s\r",
          "%s\t\u0001\u001b[31m",
          "%s ",
          " %s",
          "%s.",
          "${body}%s",
          "${bean:x?method=%s}",
          "%%s%%n%s",
          "{{%s}}",
          "$simple{%s}",
          "-rf %s",
          "%s'\"`;|&",
          "\u202e%s\u05d0",
          "%s\u00e9\u4e2d\ud83d\ude00",
          "RAW(%s)",
          "#%s");

  private final Path inbox;
  private final List<String> lines = new ArrayList<>();
  private int notFiles;

  BadNames(Path inbox) {
    this.inbox = inbox;
  }

  /** Makes the entries and returns their number. */
  int create() throws IOException {
    int number = 0;
    for (int round = 0; round < 6; round++) {
      for (String kind : KINDS) {
        file(kind.replace("%s", PERSON + number).getBytes(StandardCharsets.UTF_8));
        number++;
      }
    }
    for (String name :
        List.of("null", "~", "CON", "a".repeat(255), "DHS-ICE", "%", "*", "?", "\\")) {
      file(name.getBytes(StandardCharsets.UTF_8));
    }
    for (int each = 0; each < 12; each++) {
      file(("\u00ff\u00fe" + PERSON + each).getBytes(StandardCharsets.ISO_8859_1));
      String name = shell(("*%02d" + PERSON).formatted(each).getBytes(StandardCharsets.UTF_8));
      other("ln -s /nowhere " + name + "dangling");
      other("ln -s ../outbox " + name + "out");
      other("mkfifo " + name + "pipe");
      other("mkdir " + name + "directory");
    }
    other("python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"*socket\")'");
    other("ln -s loop loop");
    Path script = Files.createTempFile("names", ".sh");
    Files.write(script, lines, StandardCharsets.US_ASCII);
    OpenSshServer.run("bash", "-c", "cd " + inbox + " && set -e && . " + script);
    return lines.size();
  }

  /** Number of entries that are no files and therefore stay in the inbox. */
  int notFiles() {
    return notFiles;
  }

  void remove() {
    OpenSshServer.run("bash", "-c", "cd " + inbox + " && rm -rf -- ./*");
  }

  private void file(byte[] name) {
    lines.add("printf 'content %d' > ./%s".formatted(lines.size(), shell(name)));
  }

  private void other(String command) {
    notFiles++;
    lines.add(command);
  }

  /** A name as a shell writes it, byte by byte. */
  private static String shell(byte[] name) {
    StringBuilder quoted = new StringBuilder("$'");
    for (byte one : name) {
      quoted.append("\\x").append(HexFormat.of().toHexDigits(one));
    }
    return quoted.append('\'').toString();
  }
}
