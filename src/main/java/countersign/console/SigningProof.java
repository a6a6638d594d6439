package countersign.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * With what a person proves that an action is the person's own.
 *
 * @param password the person's password; an empty string if there is none
 * @param checked whether the password was checked before
 * @param assertion the signature by a passkey, as JSON; null if there is none yet
 * @param wants whether the person wants to sign an action that needs no signature
 */
record SigningProof(String password, boolean checked, @Nullable String assertion, boolean wants) {
  private static final String HEADER = "Countersign-Assertion";
  private static final String PREPARE = "prepare";
  private static final BasicAuthenticationConverter BASIC = new BasicAuthenticationConverter();

  /** A form of a page, which asks for the password or contains an assertion. */
  static SigningProof ofPage(@Nullable String password) {
    HttpServletRequest form =
        RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
            ? now.getRequest()
            : null;
    String assertion = form == null ? null : form.getParameter("assertion");
    boolean unsigned = form != null && form.getParameter("unsigned") != null;
    return new SigningProof(
        password == null ? "" : password,
        false,
        assertion == null || assertion.isEmpty() ? null : assertion,
        !unsigned);
  }

  /** A call, whose header carries the password that was checked before. */
  static SigningProof ofCall(HttpServletRequest call) {
    UsernamePasswordAuthenticationToken basic = BASIC.convert(call);
    Object password = basic == null ? null : basic.getCredentials();
    String header = call.getHeader(HEADER);
    boolean prepares = PREPARE.equals(header);
    return new SigningProof(
        password == null ? "" : password.toString(),
        true,
        header == null || prepares ? null : decoded(header),
        prepares);
  }

  private static String decoded(String header) {
    try {
      return new String(
          Base64.getUrlDecoder().decode(header), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw ApiException.of(ConsoleRefusal.C400_MALFORMED, "Nothing was changed.");
    }
  }

  /** Contains neither the password nor the assertion. */
  @Override
  public String toString() {
    return "a proof";
  }
}
