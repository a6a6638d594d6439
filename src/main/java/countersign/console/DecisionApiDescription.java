package countersign.console;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.ProblemDetail;

/** The answers to a decision, for the published description of the API. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
    responseCode = "200",
    description =
        "The decision is signed with the caller's own key, which the password of this call opens, and recorded; the same decision by the same person counts once")
@ApiResponse(
    responseCode = "403",
    description =
        "The account lacks the role, belongs to the first reviewer (D404_SAME_APPROVER), or counsel denied the request"
            + " (A110_COUNSEL_REFUSED); the attempt is recorded. C403_NOT_ENROLLED: the enrolment register does not list the"
            + " account's key, so its decisions cannot be signed",
    content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
    responseCode = "409",
    description =
        "The draft changed (D406_MANIFEST_CHANGED, with the new draftSha256), the first approval expired, or the state does not allow this",
    content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
    responseCode = "422",
    description = "A question of 6103(i)(6) is not answered, or no reason is given",
    content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
@interface DecisionApiDescription {}
