package countersign.approval;

import countersign.request.Actor;
import countersign.request.Role;
import countersign.statement.ActionSigning;
import countersign.testkit.World;

/** People with opened keys, who sign the events of what they do in a test. */
public final class SignedActors {
  private SignedActors() {}

  /** The enrolled person with this account, in the installation of every world. */
  public static Actor of(World world, String account, Role... roles) {
    return new ActionSigning("A".repeat(40), world.authority(), world.clock())
        .actor(TestSigner.reviewer(account, roles), "Go.")
        .orElseThrow();
  }
}
