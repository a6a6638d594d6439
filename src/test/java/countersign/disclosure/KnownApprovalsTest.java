package countersign.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.disclosure.ApprovalVerification.Finding;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KnownApprovalsTest {
  private final KnownApprovals known = new KnownApprovals();
  private final AtomicInteger computed = new AtomicInteger();
  private boolean keysAreTheSame = true;

  @Test
  void approvals_that_counted_are_not_verified_again_for_the_same_digest() {
    finds("a", null);
    finds("a", null);
    assertThat(computed).hasValue(1);
    finds("b", null);
    assertThat(computed).hasValue(2);
  }

  @Test
  void approvals_that_did_not_count_are_verified_every_time() {
    assertThat(finds("a", VerificationCause.EXPIRED).cause()).isEqualTo(VerificationCause.EXPIRED);
    assertThat(finds("a", null).cause()).isNull();
    assertThat(computed).hasValue(2);
  }

  @Test
  void approvals_are_verified_again_if_a_key_outside_the_digest_changed() {
    finds("a", null);
    keysAreTheSame = false;
    assertThat(finds("a", VerificationCause.OFFICER_KEY_CHANGED).cause())
        .isEqualTo(VerificationCause.OFFICER_KEY_CHANGED);
    assertThat(computed).hasValue(2);
  }

  @Test
  void the_oldest_is_forgotten_when_too_many_are_remembered() {
    for (int number = 0; number <= KnownApprovals.MOST; number++) {
      finds("digest " + number, null);
    }
    int before = computed.get();
    finds("digest " + KnownApprovals.MOST, null);
    assertThat(computed).hasValue(before);
    finds("digest 0", null);
    assertThat(computed).hasValue(before + 1);
  }

  private Finding finds(String digest, VerificationCause cause) {
    return known.of(
        digest,
        found -> keysAreTheSame,
        () -> {
          computed.incrementAndGet();
          return new Finding(cause, null, null);
        });
  }
}
