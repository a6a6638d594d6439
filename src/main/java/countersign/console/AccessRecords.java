package countersign.console;

import countersign.accounts.AccessRecord;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Records what pages and calls show to whom. Nothing is shown if that fails. Stateless. */
public final class AccessRecords {
  private final AccessRecord record;

  AccessRecords(AccessRecord record) {
    this.record = record;
  }

  void saw(Authentication who, AccessRecord.Sight what, String subject) {
    saw(who, what, List.of(subject));
  }

  public void saw(Authentication who, AccessRecord.Sight what, Collection<String> subjects) {
    record.viewed(who.getName(), address(), what, subjects);
  }

  /** The address of the client of this thread's request. */
  static @Nullable String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
        ? now.getRequest().getRemoteAddr()
        : null;
  }
}
