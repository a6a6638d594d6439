package countersign.passkey;

import static countersign.passkey.TestPasskey.Ceremony.RIGHT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.passkey.TestPasskey.Ceremony;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An assertion counts only if everything in it is as the register and the statement say. */
class PublicPasskeyTest {
  private static final byte[] STATEMENT = "{\"step\":\"ENDORSE\"}".getBytes(UTF_8);
  private static final TestPasskey OWN = TestPasskey.es256("own");
  private static final TestPasskey EDDSA = TestPasskey.edDsa("own");

  private static Stream<TestPasskey> both() {
    return Stream.of(OWN, EDDSA);
  }

  @ParameterizedTest
  @MethodSource("both")
  void a_passkey_of_either_algorithm_signs_a_statement(TestPasskey key) {
    assertThat(key.passkey().isUsable()).isTrue();
    assertThat(key.passkey().verifies(STATEMENT, key.sign(STATEMENT))).isTrue();
  }

  private static Stream<Ceremony> cheats() {
    return Stream.of(
        RIGHT.at(TestPasskey.ORIGIN + "0"),
        RIGHT.at(TestPasskey.ORIGIN.replace("http:", "https:")),
        RIGHT.at("http://evil.localhost:" + TestPasskey.PORT),
        RIGHT.inDomain("host"),
        RIGHT.inDomain("evil.localhost"),
        RIGHT.ofType("webauthn.create"),
        RIGHT.ofType("payment.get"),
        RIGHT.withFlags(0x01),
        RIGHT.withFlags(0x04),
        RIGHT.withFlags(0),
        RIGHT.saying(",\"crossOrigin\":true"),
        RIGHT.saying(",\"topOrigin\":\"https://evil.example\",\"crossOrigin\":true"));
  }

  @ParameterizedTest
  @MethodSource("cheats")
  void what_was_signed_elsewhere_or_without_verifying_the_person_does_not_count(Ceremony as) {
    assertThat(OWN.passkey().verifies(STATEMENT, OWN.sign(STATEMENT, as).write())).isFalse();
    assertThat(EDDSA.passkey().verifies(STATEMENT, EDDSA.sign(STATEMENT, as).write())).isFalse();
  }

  @Test
  void the_signature_of_another_statement_does_not_count() {
    byte[] other = "{\"step\":\"ENDORSE\",\"x\":\"\"}".getBytes(UTF_8);
    assertThat(OWN.passkey().verifies(STATEMENT, OWN.sign(other))).isFalse();
  }

  @Test
  void another_passkey_does_not_count_under_its_own_or_a_stolen_id() {
    TestPasskey other = TestPasskey.es256("other");
    TestPasskey sameId = TestPasskey.es256("own");
    assertThat(OWN.passkey().verifies(STATEMENT, other.sign(STATEMENT))).isFalse();
    assertThat(OWN.passkey().verifies(STATEMENT, sameId.sign(STATEMENT))).isFalse();
    PasskeyAssertion good = OWN.sign(STATEMENT, RIGHT);
    byte[] renamed =
        new PasskeyAssertion(
                good.authenticatorData(),
                good.clientDataJson(),
                other.passkey().credentialId(),
                good.signature())
            .write();
    assertThat(OWN.passkey().verifies(STATEMENT, renamed)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("both")
  void an_assertion_that_is_cut_anywhere_does_not_count(TestPasskey key) {
    byte[] whole = key.sign(STATEMENT);
    for (int length = 0; length < whole.length; length++) {
      assertThat(key.passkey().verifies(STATEMENT, Arrays.copyOf(whole, length))).isFalse();
    }
    PasskeyAssertion good = PasskeyAssertion.parse(whole);
    Map<String, String> members =
        new TreeMap<>(
            Map.of(
                "authenticatorData", good.authenticatorData(),
                "clientDataJSON", good.clientDataJson(),
                "credentialId", good.credentialId(),
                "signature", good.signature()));
    members.forEach(
        (name, value) -> {
          byte[] bytes = PasskeyAssertion.bytes(value);
          for (int length = 0; length < bytes.length; length++) {
            Map<String, String> cut = new TreeMap<>(members);
            cut.put(name, TestPasskey.text(Arrays.copyOf(bytes, length)));
            assertThat(key.passkey().verifies(STATEMENT, written(cut))).isFalse();
          }
          for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Map<String, String> other = new TreeMap<>(members);
            other.put(name, TestPasskey.text(changed));
            assertThat(key.passkey().verifies(STATEMENT, written(other)))
                .as("%s at %d", name, at)
                .isFalse();
          }
        });
  }

  private static byte[] written(Map<String, String> members) {
    return new PasskeyAssertion(
            members.get("authenticatorData"),
            members.get("clientDataJSON"),
            members.get("credentialId"),
            members.get("signature"))
        .write();
  }

  @Test
  void a_key_of_another_form_is_of_no_use() {
    PublicPasskey own = OWN.passkey();
    byte[] key = PasskeyAssertion.bytes(own.publicKey());
    for (byte[] other :
        List.of(
            new byte[0],
            new byte[40],
            Arrays.copyOf(key, key.length - 1),
            Arrays.copyOf(key, key.length + 1),
            "no key at all, and long enough".getBytes(UTF_8))) {
      PublicPasskey bad =
          new PublicPasskey(own.credentialId(), TestPasskey.text(other), own.rpId(), own.origin());
      assertThat(bad.isUsable()).isFalse();
      assertThat(bad.verifies(STATEMENT, OWN.sign(STATEMENT))).isFalse();
    }
  }

  @Test
  void an_assertion_has_exactly_four_members_in_base64url() {
    String good = new String(OWN.sign(STATEMENT), UTF_8);
    assertThat(PasskeyAssertion.read(" " + good + " ").write()).isEqualTo(good.getBytes(UTF_8));
    for (String bad :
        List.of(
            "",
            "null",
            "[]",
            "{}",
            good + good,
            good.replace("\"signature\"", "\"signatur\""),
            good.replace("}", ",\"more\":\"\"}"),
            good.replace("}", ",\"signature\":\"\"}"),
            good.replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":null"),
            good.replaceFirst("\"signature\":\"[^\"]*\"", "\"signature\":[]"),
            good.replaceFirst("\"signature\":\"", "\"signature\":\"="))) {
      assertThatThrownBy(() -> PasskeyAssertion.read(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
