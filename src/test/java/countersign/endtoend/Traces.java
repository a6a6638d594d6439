package countersign.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Searches everything a gateway leaves behind for canaries and reports where one was found. */
final class Traces {
  private final Canaries canaries;
  private final Set<String> found = new TreeSet<>();
  private long bytes;

  Traces(Canaries canaries) {
    this.canaries = canaries;
  }

  /** The canaries found and their locations. */
  Set<String> found() {
    return Set.copyOf(found);
  }

  /** Number of bytes searched. */
  long bytes() {
    return bytes;
  }

  void text(String place, String text) {
    search(place, text.getBytes(StandardCharsets.UTF_8));
  }

  private void search(String place, byte[] content) {
    bytes += content.length;
    canaries.in(content).forEach(what -> found.add(place + ": " + what));
  }

  /** Searches contents and names of the files below a folder. */
  void files(Path folder, Predicate<Path> which) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(which).toList();
    }
    for (Path file : files) {
      String place = folder.getFileName() + "/" + folder.relativize(file);
      text("name " + place, place);
      if (Files.isRegularFile(file) && Files.isReadable(file)) {
        byte[] content = Files.readAllBytes(file);
        int before = found.size();
        search(place, content);
        if (found.size() > before && place.endsWith(".log")) {
          lines(place, new String(content, StandardCharsets.UTF_8));
        }
      }
    }
  }

  /** Reports the first lines of a log that contain a canary, so that the leak can be fixed. */
  private void lines(String place, String log) {
    log.lines()
        .filter(line -> !canaries.in(line.getBytes(StandardCharsets.UTF_8)).isEmpty())
        .limit(20)
        .forEach(
            line -> found.add(place + " says " + line.substring(0, Math.min(300, line.length()))));
  }

  /** Searches the names of the files below a folder, except one. */
  void names(Path folder, String but) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.map(file -> folder.relativize(file).toString())
          .filter(name -> !name.equals(but))
          .forEach(name -> text("name " + name, name));
    }
  }

  /**
   * Files that are in this machine's temporary folder now and therefore belong to other programs.
   */
  static Set<Path> temporary() throws IOException {
    try (Stream<Path> children = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return children.collect(Collectors.toSet());
    }
  }

  /** Searches the new files in that folder that are small enough to be the gateway's. */
  void temporaryFiles(Path but, Set<Path> before) throws IOException {
    for (Path root : temporary()) {
      if (!before.contains(root)
          && !but.startsWith(root)
          && Files.isReadable(root)
          && !Files.isSymbolicLink(root)) {
        temporary(root);
      }
    }
  }

  private void temporary(Path root) {
    try {
      files(root, Traces::isSmall);
    } catch (IOException | java.io.UncheckedIOException e) {
      text("temporary file", ""); // a file of another program that was deleted meanwhile
    }
  }

  private static boolean isSmall(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) < 64L * 1024 * 1024;
    } catch (IOException e) {
      return false;
    }
  }

  /** Searches every row of every table of a database, with the values as the server stores them. */
  void tables(String url) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      for (String table : tables(sql)) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy " + table + " to stdout with (format binary)", rows);
        search("table " + table, rows.toByteArray());
      }
      sql.execute("checkpoint");
    }
  }

  private static List<String> tables(Statement sql) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        sql.executeQuery(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema') order by 1
            """)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /** Searches a page that is readable without sign-in. */
  void page(String url) throws IOException, InterruptedException {
    page(url, HttpRequest.newBuilder(URI.create(url)).build());
  }

  /**
   * Searches what a call with an account answers.
   *
   * @param login account and password with a colon between them
   */
  void page(String url, String login) throws IOException, InterruptedException {
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    page(
        url,
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Basic " + basic).build());
  }

  private void page(String url, HttpRequest request) throws IOException, InterruptedException {
    text(
        url, HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
