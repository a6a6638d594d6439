package countersign.oversight;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Redirects the former paths of stops to the current ones. Status 308 makes a client repeat the
 * same method and body at the new path, and the new path checks the roles.
 */
@RestController
@Hidden
final class FormerStopPaths {

  @RequestMapping(
      path = {"/holds/**", "/api/v1/holds/**"},
      method = {RequestMethod.GET, RequestMethod.POST})
  ResponseEntity<Void> moved(HttpServletRequest call) {
    String path = call.getRequestURI().replaceFirst("/holds", "/stops");
    String query = call.getQueryString();
    URI now = URI.create(query == null ? path : path + "?" + query);
    return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT).location(now).build();
  }
}
