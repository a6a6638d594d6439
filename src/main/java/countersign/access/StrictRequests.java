package countersign.access;

import countersign.request.WrittenText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request whose body is longer than 64 KiB, whose query or form has a field twice, or
 * whose path, query or form contains the character NUL, half of a surrogate pair or bytes that are
 * not UTF-8. Stateless.
 */
final class StrictRequests extends OncePerRequestFilter {
  private static final int LONGEST_BODY = 64 * 1024;

  /** The first bytes, from which a charset is guessed. */
  private static final int LONGEST_MARK = 4;

  /** Bytes from here on never occur in UTF-8; they begin the mark of UTF-16 or UTF-32. */
  private static final int FIRST_BYTE_OF_OTHER_CHARSETS = 0xfe;

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([^\"';\\s]*)", Pattern.CASE_INSENSITIVE);

  private static final String FIELD_THAT_MAY_REPEAT = "roles";

  private final RefusedRequests refusals;

  StrictRequests(RefusedRequests refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LONGEST_BODY) {
      refusals.refuse(request, response, RequestRefusal.C413_TOO_LARGE);
    } else if (!isText(request.getRequestURI())
        || !isText(request.getQueryString())
        || !hasStorableParameters(request)
        || !hasFieldsOnce(request)) {
      refusals.refuse(request, response, RequestRefusal.C400_MALFORMED);
    } else if (!RefusedRequests.isCall(request)) {
      chain.doFilter(request, response);
    } else {
      byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
      if (body.length > LONGEST_BODY) {
        refusals.refuse(request, response, RequestRefusal.C413_TOO_LARGE);
      } else if (isInOtherCharset(request, body)) {
        refusals.refuse(request, response, RequestRefusal.C415_NOT_UTF8);
      } else {
        chain.doFilter(new BufferedRequest(request, body), response);
      }
    }
  }

  /**
   * Whether the body says or shows that it is in another charset than UTF-8. The reader of JSON
   * would guess one from the first bytes.
   */
  private static boolean isInOtherCharset(HttpServletRequest request, byte[] body) {
    // The server takes UTF-8 in any case, so only the header itself tells.
    String type = Objects.requireNonNullElse(request.getHeader("Content-Type"), "");
    Matcher named = CHARSET.matcher(type);
    boolean says = named.find() && !named.group(1).equalsIgnoreCase("UTF-8");
    int start = Math.min(body.length, LONGEST_MARK);
    for (int at = 0; at < start; at++) {
      int one = body[at] & 0xff;
      says |= one == 0 || one >= FIRST_BYTE_OF_OTHER_CHARSETS;
    }
    return says;
  }

  /** Whether the server can read the form and the query, and every text in them can be stored. */
  private static boolean hasStorableParameters(HttpServletRequest request) {
    try {
      return request.getParameterMap().entrySet().stream().allMatch(StrictRequests::isStorable);
    } catch (IllegalStateException malformedOrTooLong) {
      return false;
    }
  }

  private static boolean isStorable(Map.Entry<String, String[]> parameter) {
    return Stream.concat(Stream.of(parameter.getKey()), Arrays.stream(parameter.getValue()))
        .allMatch(WrittenText::isStorable);
  }

  /** Whether each field occurs once; an account can have several roles. */
  private static boolean hasFieldsOnce(HttpServletRequest request) {
    return request.getParameterMap().entrySet().stream()
        .allMatch(
            field -> field.getValue().length == 1 || field.getKey().equals(FIELD_THAT_MAY_REPEAT));
  }

  /** Whether an encoded part of the address is UTF-8 without the character NUL. */
  private static boolean isText(@Nullable String encoded) {
    if (encoded == null) {
      return true;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at < encoded.length(); at++) {
      char letter = encoded.charAt(at);
      int high = letter == '%' && at + 2 <= encoded.length() - 1 ? digit(encoded, at + 1) : -1;
      int low = letter == '%' && at + 2 <= encoded.length() - 1 ? digit(encoded, at + 2) : -1;
      if (letter == '%' && (high < 0 || low < 0)) {
        return false;
      }
      bytes.write(letter == '%' ? high * 16 + low : letter);
      at += letter == '%' ? 2 : 0;
    }
    return isUtf8(bytes.toByteArray());
  }

  private static int digit(String text, int at) {
    return Character.digit(text.charAt(at), 16);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return WrittenText.isStorable(text);
    } catch (CharacterCodingException notText) {
      return false;
    }
  }
}
