package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.access.Accounts;
import countersign.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

/** smoke */
@SpringBootTest(
    classes = ConsoleSlice.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ConsoleApiIT {
  @Autowired TestRestTemplate http;
  @Autowired Accounts accounts;

  @Test
  void starts() {
    String password = ConsoleWorld.password(accounts, "oscar", Role.OPERATOR);
    ResponseEntity<String> files =
        http.withBasicAuth("oscar", password).getForEntity("/api/v1/files", String.class);
    assertThat(files.getStatusCode().value()).isEqualTo(200);
    assertThat(http.getForEntity("/v3/api-docs", String.class).getBody()).contains("work-list");
    assertThat(http.getForEntity("/login", String.class).getBody()).contains("Sign in");
  }
}
