package countersign.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a form with a field that its page does not have, or with a yes or no in another spelling
 * than the page's. Spring would ignore the first and read "off", "0" and "FALSE" as no. Stateless.
 */
final class StrictForm implements HandlerInterceptor {
  /** Fields that every form may have: those of signing and of the kept text. */
  private static final Set<String> EVERYWHERE =
      Set.of("_csrf", "password", "assertion", "unsigned", "keptAs");

  private static final Set<String> YES_OR_NO = Set.of("true", "false");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod page
        && page.getBeanType().isAnnotationPresent(Page.class)
        && request.getMethod().equals("POST")) {
      Map<String, Class<?>> known = fields(page);
      request
          .getParameterMap()
          .forEach((name, values) -> check(name, known.get(name), Arrays.asList(values)));
    }
    return true;
  }

  private static void check(String name, @Nullable Class<?> type, List<String> values) {
    if (type == null && !EVERYWHERE.contains(name)) {
      throw malformed("The form has a field that its page does not have.");
    }
    boolean yesOrNo = type == Boolean.class || type == boolean.class;
    if (yesOrNo && !YES_OR_NO.containsAll(values)) {
      throw malformed("A yes or no of the form has a value that its page does not have.");
    }
  }

  private static Map<String, Class<?>> fields(HandlerMethod page) {
    Map<String, Class<?>> fields = new TreeMap<>();
    for (MethodParameter parameter : page.getMethodParameters()) {
      RequestParam single = parameter.getParameterAnnotation(RequestParam.class);
      if (single != null) {
        String name = single.name().isEmpty() ? parameter.getParameter().getName() : single.name();
        fields.put(name, parameter.getParameterType());
      } else if (parameter.getParameterType().isRecord()
          && !parameter.hasParameterAnnotation(PathVariable.class)) {
        for (RecordComponent one : parameter.getParameterType().getRecordComponents()) {
          fields.put(one.getName(), one.getType());
        }
      }
    }
    return fields;
  }

  private static ApiException malformed(String what) {
    return ApiException.of(
        ConsoleRefusal.C400_MALFORMED, what + " Open the page again. Nothing was changed.");
  }
}
