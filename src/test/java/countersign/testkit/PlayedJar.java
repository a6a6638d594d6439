package countersign.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles classes that are not on the class path and packs them into a jar. */
public final class PlayedJar {
  private PlayedJar() {}

  /**
   * Writes a jar.
   *
   * @param name full name of the class
   * @param source its source
   * @param others texts of other entries by name
   */
  public static void write(Path jar, String name, String source, Map<String, String> others)
      throws IOException {
    Path folder = Files.createTempDirectory("played");
    Path file = folder.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java");
    Files.writeString(file, source);
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    int status =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString(),
            file.toString());
    if (status != 0) {
      throw new IllegalStateException(name + " does not compile");
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> classes = Files.walk(folder)) {
      for (Path one : classes.filter(each -> each.toString().endsWith(".class")).toList()) {
        entry(entries, folder.relativize(one).toString(), Files.readAllBytes(one));
      }
      for (Map.Entry<String, String> other : others.entrySet()) {
        entry(entries, other.getKey(), other.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void entry(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
