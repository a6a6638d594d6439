package countersign.access;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page for a request that the server refuses before the application sees it, such as one whose
 * address holds a null character. Tomcat creates it by its name, so it is public.
 */
public final class UnreadableAddress extends ErrorReportValve {
  private static final Logger LOG = LoggerFactory.getLogger(UnreadableAddress.class);
  private static final int FIRST_ERROR = 400;
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Page not available - Countersign</title>
          <link rel="stylesheet" href="/uswds/css/uswds.min.css">
          <link rel="stylesheet" href="/console/console.css">
        </head>
        <body>
          <main class="grid-container console-main">
            <h1>This page is not available</h1>
            <p class="usa-intro">The gateway cannot read this address. Nothing was changed.</p>
            <p><a class="usa-link" href="/">Go to the start page</a></p>
          </main>
        </body>
      </html>
      """;

  @Override
  protected void report(Request request, Response response, Throwable cause) {
    if (response.getStatus() < FIRST_ERROR
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    try {
      Writer page = response.getReporter();
      if (page != null) {
        page.write(PAGE);
        response.finishResponse();
      }
    } catch (IOException e) {
      LOG.debug("The caller hung up before it had its answer", e);
    }
  }
}
