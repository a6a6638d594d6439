package countersign.cli;

import countersign.check.ConfiguredParts;
import countersign.cli.SignatoriesVersion.Person;
import countersign.configuration.Section;
import countersign.crypto.Sha256;
import countersign.partnertool.KeyFiles;
import countersign.pgp.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code signatories}: writes a version of the people who sign documents. It signs nothing. */
@Command(
    name = "signatories",
    mixinStandardHelpOptions = true,
    description =
        "Writes a version of the list of people who sign documents, or prints the fingerprint that binds an installation.",
    subcommands = {
      SignatoriesCommand.First.class,
      SignatoriesCommand.Next.class,
      SignatoriesCommand.Fingerprint.class
    })
final class SignatoriesCommand extends CommandGroup {

  /** Options that both writing commands have. */
  static final class Change {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin private ConfigurationOption configuration = new ConfigurationOption();

    @Option(
        names = "--add",
        paramLabel = "ID,ROLE,NAME",
        split = ";",
        description =
            "a person whose public key is keys/ID.asc; ROLE is COUNSEL, PRIVACY_OFFICER or RULE_EDITOR; replaces an entry with this id")
    private List<String> added = List.of();

    @Option(names = "--because", required = true, description = "why the list changes")
    private String because = "";

    private List<Person> people(Path directory) throws IOException {
      List<Person> people = new ArrayList<>();
      for (String one : added) {
        String[] parts = one.split(",", 3);
        if (parts.length < 3 || one.contains("\"") || one.contains("\\")) {
          throw new ParameterException(
              spec.commandLine(), "Write each person as ID,ROLE,NAME, not as " + one);
        }
        String file = "keys/%s.asc".formatted(parts[0].strip());
        List<Certificate> keys = KeyFiles.certificates(directory.resolve(file));
        people.add(
            new Person(
                parts[0].strip(),
                parts[2].strip(),
                parts[1].strip(),
                keys.get(0).fingerprint(),
                file));
      }
      return people;
    }

    private int write(int serial, List<Person> people) throws IOException {
      if (!SignatoriesVersion.areTwo(people)) {
        throw new ParameterException(
            spec.commandLine(), "Name at least two different people with --add.");
      }
      Path file =
          configuration.directory().resolve("signatories/signatories-%d.yaml".formatted(serial));
      if (Files.exists(file)) {
        throw new IOException("%s exists; a version is never changed.".formatted(file));
      }
      byte[] bytes = SignatoriesVersion.text(serial, because, people);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      spec.commandLine().getOut().printf("%s  sha256 %s%n", file, Sha256.hex(bytes));
      return 0;
    }
  }

  /** {@code signatories first}. */
  @Command(
      name = "first",
      mixinStandardHelpOptions = true,
      description =
          "Writes the first version and prints its fingerprint. Two people compare it before the installation is bound to it.")
  static final class First implements Callable<Integer> {
    @Mixin private Change change = new Change();

    @Override
    public Integer call() throws IOException {
      return change.write(1, change.people(change.configuration.directory()));
    }
  }

  /** {@code signatories next}. */
  @Command(
      name = "next",
      mixinStandardHelpOptions = true,
      description =
          "Writes the next version, for signatures by two people of the version in force: FILE.1.asc and FILE.2.asc.")
  static final class Next implements Callable<Integer> {
    @Mixin private Change change = new Change();

    @Option(
        names = "--remove",
        paramLabel = "ID",
        description = "a person who no longer signs; keep the key file, earlier signatures need it")
    private List<String> removed = List.of();

    @Override
    public Integer call() throws IOException {
      Path directory = change.configuration.directory();
      Section newest =
          SignatoriesVersion.newest(
                  ConfiguredParts.configuration(directory, change.configuration.trust()))
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "No version of the signatories counts. Bind the installation with --root-of-trust; `signatories first` writes the first version."))
              .content();
      List<Person> people = change.people(directory);
      List<String> gone = new ArrayList<>(removed);
      people.forEach(one -> gone.add(one.id()));
      List<Person> all =
          new ArrayList<>(
              newest.sections("signatories").stream()
                  .map(Person::of)
                  .filter(one -> !gone.contains(one.id()))
                  .toList());
      all.addAll(people);
      return change.write(newest.number("serial") + 1, all);
    }
  }

  /** {@code signatories fingerprint}. */
  @Command(
      name = "fingerprint",
      mixinStandardHelpOptions = true,
      description = "Prints the fingerprint of the first version, for --root-of-trust.")
  static final class Fingerprint implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ConfigurationOption configuration = new ConfigurationOption();

    @Override
    public Integer call() throws IOException {
      Path first = configuration.directory().resolve("signatories/signatories-1.yaml");
      spec.commandLine().getOut().println(Sha256.hex(Files.readAllBytes(first)));
      return 0;
    }
  }
}
