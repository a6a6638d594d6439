package countersign.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * What a look at the running groups has done.
 *
 * @param queued the number of groups queued
 * @param next the next release time at which a group may release something; empty if there is none
 */
public record GroupsQueued(int queued, Optional<Instant> next) {}
