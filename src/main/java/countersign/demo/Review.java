package countersign.demo;

import countersign.demo.ExpectedOutcome.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Plays the reviewers adams and baker: decides a file's cases, several concurrently, and denies
 * those that the plan denies.
 */
final class Review {
  private static final int HANDS = 4;

  private final Reviewers reviewers;
  private final PlayedExchange.Sent sent;
  private final Duration patience;

  Review(Reviewers reviewers, PlayedExchange.Sent sent, Duration patience) {
    this.reviewers = reviewers;
    this.sent = sent;
    this.patience = patience;
  }

  void play(Consumer<String> progress) throws IOException {
    progress.accept(
        "%d of the %d taken requests match a record and wait for a review"
            .formatted(
                sent.planned().stream().filter(one -> one.outcome().isReviewed()).count(),
                sent.answers()));
    round("adams", "endorse", Outcome.FIRST_DECLINES, progress);
    round("baker", "countersign", Outcome.SECOND_DECLINES, progress);
  }

  private void round(String user, String step, Outcome declines, Consumer<String> progress)
      throws IOException {
    boolean first = declines == Outcome.FIRST_DECLINES;
    Set<String> mine = new HashSet<>();
    Set<String> refused = new HashSet<>();
    for (ExpectedOutcome planned : sent.planned()) {
      Outcome outcome = planned.outcome();
      if (outcome.isReviewed() && (first || outcome != Outcome.FIRST_DECLINES)) {
        mine.add(planned.requestId());
      }
      if (outcome == declines) {
        refused.add(planned.requestId());
      }
    }
    List<String> waiting =
        Polling.until(
            mine.size() + " cases for " + user,
            patience,
            () ->
                Optional.of(reviewers.waiting(user, sent.file()))
                    .filter(ids -> ids.size() >= mine.size()));
    decideAll(user, step, waiting, refused);
    progress.accept(
        "%s reviews %d cases and denies %d".formatted(user, waiting.size(), refused.size()));
  }

  private void decideAll(String user, String step, List<String> waiting, Set<String> refused)
      throws IOException {
    ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    try {
      CompletableFuture.allOf(
              waiting.stream()
                  .map(
                      id ->
                          CompletableFuture.runAsync(() -> decide(user, step, id, refused), hands))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException fault) {
        throw fault.getCause();
      }
      throw e;
    } finally {
      hands.shutdownNow();
    }
  }

  private void decide(String user, String step, String requestId, Set<String> refused) {
    try {
      reviewers.claim(user, sent.file(), requestId);
      if (refused.contains(requestId)) {
        reviewers.refuse(user, sent.file(), requestId);
      } else {
        reviewers.sign(user, sent.file(), requestId, step);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
