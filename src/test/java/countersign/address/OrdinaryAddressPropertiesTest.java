package countersign.address;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.address.line.ParsedAddress;
import countersign.postal.OrdinaryWords;
import countersign.request.Request.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way to read an ordinary address gives what the whole parser gives. */
class OrdinaryAddressPropertiesTest {
  private static final AddressSufficiency CHECK = new AddressSufficiency(Set.of());
  private static final Path LISTS = Path.of("src/main/resources/countersign/postal");
  private static final List<Path> CODE =
      List.of(
          Path.of("src/main/java/countersign/address"),
          Path.of("src/main/java/countersign/postal"));
  private static final Pattern LITERAL = Pattern.compile("\"([A-Z]{3,}(?: [A-Z]+)*)\"");

  /** Rows of a keyboard, the alphabet, and endings of words: no words of an address. */
  private static final Pattern NO_WORD =
      Pattern.compile("QWERTYUIOP|ASDFGHJKL|ZXCVBNM|AEIOUY|NSEW\\w*|[A-Z]{20,}");

  private static final List<String> KNOWN = List.copyOf(known());

  private static Set<String> known() {
    Set<String> words = new TreeSet<>(literals());
    try (Stream<Path> lists = Files.list(LISTS)) {
      for (Path list : lists.toList()) {
        for (String line : Files.readAllLines(list)) {
          words.addAll(line.startsWith("#") ? List.of() : List.of(line.split(" ", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static Set<String> literals() {
    Set<String> words = new TreeSet<>();
    for (Path root : CODE) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
          Matcher literal = LITERAL.matcher(Files.readString(file, StandardCharsets.UTF_8));
          while (literal.find()) {
            words.addAll(List.of(literal.group(1).split(" ", -1)));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return words;
  }

  @Test
  void a_word_that_a_rule_knows_is_no_ordinary_one() {
    assertThat(literals())
        .hasSizeGreaterThan(400)
        .filteredOn(word -> !NO_WORD.matcher(word).matches())
        .noneMatch(OrdinaryWords::is);
  }

  @Test
  void every_word_of_every_list_is_read_alike_beside_every_kind_of_word() {
    for (String word : KNOWN) {
      for (String suffix :
          List.of("St", "Rd", "Dr", "Ln", "Blvd", "Ct", "Cir", "Pl", "Ter", "Trl")) {
        assertSame(new Address("12 " + word + " " + suffix, null, "Dayton", "OH", "45402"));
      }
      for (String line :
          List.of(
              "12 %s Way",
              "12 %s Pkwy",
              "12 N %s Ave",
              "12 %s Oak Rd",
              "12 Oak %s Ln Apt 4",
              "12 Oak %s",
              "12 %s Avenida")) {
        assertSame(new Address(line.formatted(word), null, "Dayton", "OH", "45402"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deliverable.csv",
        "deliverable-by-region.csv",
        "deliverable-by-outsider.csv",
        "placeholders.csv",
        "placeholders-by-kind.csv",
        "placeholders-by-outsider.csv",
        "same-place.csv",
        "same-place-by-kind.csv",
        "same-place-by-outsider.csv"
      })
  void every_labelled_address_is_read_alike(String rows) {
    AddressRows.read(rows).forEach(row -> assertSame(row.address(1)));
  }

  @Test
  void a_sixth_of_the_deliverable_addresses_takes_the_quick_way() {
    List<AddressRows.Row> rows = AddressRows.read("deliverable.csv");
    long quick = rows.stream().filter(row -> ParsedAddress.of(row.address(1)).ordinary()).count();

    assertThat(6 * quick).isGreaterThan(rows.size());
  }

  @Property(tries = 5_000)
  void a_line_of_any_words_is_read_alike(@ForAll("addresses") Address address) {
    assertSame(address);
  }

  @Provide
  Arbitrary<Address> addresses() {
    Arbitrary<String> name = words().list().ofMinSize(0).ofMaxSize(4).map(all -> join(all));
    Arbitrary<String> street =
        Combinators.combine(
                numbers(), optional("N", "sw", "North", "E."), name, suffixes(), units())
            .as(
                (number, direction, names, suffix, unit) ->
                    join(List.of(number, direction, names, suffix, unit)));
    Arbitrary<String> box =
        Combinators.combine(
                Arbitraries.of("PO Box", "P.O. Box", "po box #", "Box"), numbers(), units())
            .as((word, number, unit) -> join(List.of(word, number, unit)));
    Arbitrary<String> second = Arbitraries.oneOf(units(), units(), words());
    return Combinators.combine(
            Arbitraries.oneOf(street, street, street, box),
            second,
            Arbitraries.oneOf(Arbitraries.of("Dayton", "Oak Park", "", "St Paul"), words()),
            Arbitraries.of("OH", "oh", "CT", "PR", "", "TX", "Ohio", "A"),
            Arbitraries.of("45402", "12", "12345-6789", "00901"))
        .as(Address::new);
  }

  private static Arbitrary<String> words() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of("Oak", "Maple", "Larkspur", "Cedar", "Main")),
        Tuple.of(2, Arbitraries.of(KNOWN)),
        Tuple.of(1, Arbitraries.strings().withCharRange('a', 'z').ofLength(4)),
        Tuple.of(
            1,
            Arbitraries.of(
                "5th", "21st", "Park", "School", "First", "UNKN", "OWN", "qwer", "N/A", "#", "7",
                "B")));
  }

  private static Arbitrary<String> numbers() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Arbitraries.integers().between(1, 99_999).map(String::valueOf)),
        Tuple.of(
            1,
            Arbitraries.of("12", "45402", "12345", "0", "012", "12A", "1234567", "12-14", "One")));
  }

  private static Arbitrary<String> suffixes() {
    return Arbitraries.of(
        "St", "Street", "AVE", "Road", "rd.", "Ln", "Dr", "Ct", "Pkwy", "Hwy", "Avenida", "");
  }

  private static Arbitrary<String> units() {
    return optional(
        "Apt 3",
        "Apt. 12",
        "Apt 3b",
        "NW",
        "North # 4B",
        "# 4",
        "#4",
        "Ste 1200",
        "Unit B",
        "Apt",
        "Apt 0",
        "Rear",
        "4");
  }

  private static Arbitrary<String> optional(String... some) {
    return Arbitraries.of(some).optional(0.5).map(one -> one.orElse(""));
  }

  private static String join(List<String> parts) {
    return String.join(" ", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  private static void assertSame(Address address) {
    ParsedAddress quick = ParsedAddress.of(address);
    ParsedAddress whole = ParsedAddress.whole(address);

    assertThat(quick.lines()).as(address::line1).isEqualTo(whole.lines());
    assertThat(quick.line()).as(address::line1).isEqualTo(whole.line());
    assertThat(quick.first()).as(address::line1).isEqualTo(whole.first());
    assertThat(quick.other()).as(address::line1).isEqualTo(whole.other());
    assertThat(quick.ownOther()).as(address::line1).isEqualTo(whole.ownOther());
    assertThat(CHECK.judge(address, quick))
        .as(address::line1)
        .isEqualTo(CHECK.judge(address, whole));
  }
}
