package countersign.testkit;

import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Assertions about a request's stored state and codes. */
public final class RequestAssert extends AbstractAssert<RequestAssert, RequestKey> {
  private final JdbcClient rows;

  private RequestAssert(RequestKey request, JdbcClient rows) {
    super(request, RequestAssert.class);
    this.rows = rows;
  }

  /** Starts an assertion about a request. */
  public static RequestAssert assertThatRequest(JdbcClient rows, RequestKey request) {
    return new RequestAssert(request, rows);
  }

  /** Asserts that the request is rejected with exactly these codes. */
  public RequestAssert isRefusedWith(ReasonCode... codes) {
    return is(RequestState.REFUSED, codes);
  }

  /** Asserts that the request is held for exactly these codes. */
  public RequestAssert isHeldFor(ReasonCode... codes) {
    return is(RequestState.HELD, codes);
  }

  /** Asserts that the request is taken with exactly these codes, or with no code. */
  public RequestAssert isTakenWith(ReasonCode... codes) {
    return is(RequestState.TAKEN, codes);
  }

  /** Asserts that the request is in this state, with any codes. */
  public RequestAssert is(RequestState state) {
    Assertions.assertThat(state()).as("state of request %s", actual).isEqualTo(state.name());
    return this;
  }

  private RequestAssert is(RequestState state, ReasonCode... codes) {
    is(state);
    List<String> told =
        rows.sql("select unnest(codes) from request_status where id = ?")
            .param(actual.toString())
            .query(String.class)
            .list();
    Assertions.assertThat(told)
        .as("codes of request %s", actual)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(codes).map(Enum::name).toList());
    return this;
  }

  private String state() {
    return rows.sql("select state from request_status where id = ?")
        .param(actual.toString())
        .query(String.class)
        .single();
  }
}
