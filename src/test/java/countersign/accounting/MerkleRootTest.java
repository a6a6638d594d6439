package countersign.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Compares roots with the published values of RFC 6962's reference implementation. */
class MerkleRootTest {
  private static final String[] LEAVES = {
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f"
  };

  private static String rootOf(int size) {
    MerkleRoot root = new MerkleRoot();
    for (int i = 0; i < size; i++) {
      root.add(HexFormat.of().parseHex(LEAVES[i]));
    }
    return root.hex();
  }

  @Test
  void roots_are_those_of_rfc_6962() {
    assertThat(rootOf(0))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(rootOf(1))
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assertThat(rootOf(3))
        .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
    assertThat(rootOf(7))
        .isEqualTo("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c");
    assertThat(rootOf(8))
        .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  }

  @Test
  void an_entry_is_written_the_same_way_every_time() {
    String json =
        new CanonicalJson()
            .text("a", "q\"\\\n")
            .text("absent", null)
            .texts("list", java.util.List.of("x", "é"))
            .verbatim("request", "{}".getBytes(StandardCharsets.UTF_8))
            .end();

    assertThat(json)
        .isEqualTo("{\"a\":\"q\\\"\\\\\\u000a\",\"list\":[\"x\",\"é\"],\"request\":{}}");
  }
}
