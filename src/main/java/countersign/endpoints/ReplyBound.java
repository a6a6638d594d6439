package countersign.endpoints;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpResponseInterceptor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Bounds what is read of a reply: nothing of a failure, whose status says enough, and of a success
 * so many bytes in so much time. The HTTP client itself reads each reply to its end, however long
 * it is; only an exception of this class makes it close the connection at once. Stateless.
 */
final class ReplyBound implements HttpResponseInterceptor {
  private static final int SUCCESS = 200;
  private static final int OTHER_THAN_SUCCESS = 300;
  private static final int BLOCK_BYTES = 8_192;

  private final int mostBytes;
  private final Duration time;
  private final Supplier<RuntimeException> tooLong;

  /**
   * Bounds replies.
   *
   * @param mostBytes largest content of a success
   * @param time time for reading it
   * @param tooLong makes the exception for a longer one
   */
  ReplyBound(int mostBytes, Duration time, Supplier<RuntimeException> tooLong) {
    this.mostBytes = mostBytes;
    this.time = time;
    this.tooLong = tooLong;
  }

  @Override
  public void process(HttpResponse response, EntityDetails details, HttpContext context)
      throws IOException {
    int code = response.getCode();
    if (code < SUCCESS || code >= OTHER_THAN_SUCCESS) {
      throw new IOException(
          "The service answered with a failure",
          new HttpOperationFailedException("", code, "", "", Map.of(), ""));
    }
    if (response instanceof ClassicHttpResponse reply && reply.getEntity() != null) {
      HttpEntity content = reply.getEntity();
      reply.setEntity(
          new ByteArrayEntity(
              read(content.getContent()), ContentType.parse(content.getContentType())));
    }
  }

  /** The content, which is not closed here: that would read the rest of it. */
  private byte[] read(InputStream content) throws IOException {
    long until = System.nanoTime() + time.toNanos();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK_BYTES];
    for (int count = content.read(block); count >= 0; count = content.read(block)) {
      all.write(block, 0, count);
      if (all.size() > mostBytes) {
        throw tooLong.get();
      }
      if (System.nanoTime() - until > 0) {
        throw new SocketTimeoutException("The reply did not end in time");
      }
    }
    return all.toByteArray();
  }
}
