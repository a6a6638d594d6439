package countersign.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"primaryKeyId\":1,\"key\":[{\"keyData\":{}}]}",
        "{\n  \"primaryKeyId\": 1\n}\n",
        "-----BEGIN PGP PRIVATE KEY BLOCK-----",
        "-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXktdjEAAAAA -----END",
        "PuTTY-User-Key-File-3: ssh-ed25519",
        "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW",
        "two\nlines",
        "a\u0000b",
        "a\u0008b"
      })
  void a_key_or_more_than_one_line_is_no_password(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);

    assertThat(PasswordText.objection(content)).isPresent();
    assertThatThrownBy(() -> PasswordText.of(content, "there"))
        .isInstanceOf(NotAPassword.class)
        .hasMessageStartingWith("there holds ")
        .hasMessageNotContaining(text);
  }

  @Test
  void a_key_in_binary_or_base64_is_no_password() throws GeneralSecurityException {
    byte[] der =
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
    byte[] packet = new byte[90];
    packet[0] = (byte) 0xc5;
    packet[1] = 88;
    packet[2] = 4;

    assertThat(PasswordText.objection(packet)).contains("an OpenPGP key");
    for (byte[] key : new byte[][] {der, packet}) {
      assertThat(PasswordText.objection(Base64.getEncoder().encode(key)))
          .contains("a key in Base64");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2\n",
        " pass phrase with words \r\n",
        "{curly}",
        "q5nJxOeS1k0wQv7yYb3mUu9cQ2pZk8rT4sVx6LhGdE0=",
        "4f7c1d0e9b8a7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d"
      })
  void a_line_is_a_password(String text) {
    assertThat(PasswordText.of(text.getBytes(StandardCharsets.UTF_8), "there"))
        .isEqualTo(text.strip());
  }

  @Test
  void a_password_has_at_most_1000_bytes() {
    assertThat(PasswordText.objection("x".repeat(1000).getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(PasswordText.objection("x".repeat(1001).getBytes(StandardCharsets.UTF_8)))
        .contains("1,001 bytes");
  }
}
