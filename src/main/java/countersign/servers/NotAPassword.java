package countersign.servers;

/** A file or variable is named as a password and holds something else. It was not sent. */
public final class NotAPassword extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NotAPassword(String place, String found) {
    super("%s holds %s, which is not a password".formatted(place, found));
  }
}
