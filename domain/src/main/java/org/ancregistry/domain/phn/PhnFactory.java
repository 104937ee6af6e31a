package org.ancregistry.domain.phn;

import java.security.SecureRandom;

/**
 * Makes up numbers that nobody can guess. Whether one is still free is for the {@link PhnRegister} to decide, by a
 * constraint and not by looking first.
 */
public final class PhnFactory {

    private final PhnPolicy policy;
    private final SecureRandom random;

    public PhnFactory(PhnPolicy policy, SecureRandom random) {
        this.policy = policy;
        this.random = random;
    }

    /**
     * A number with a right check character that may or may not be taken already.
     *
     * @throws IllegalArgumentException when no number can be issued under that point of issue
     */
    public Phn candidate(String pointOfIssue) {
        var body = new StringBuilder(policy.pointOfIssue(pointOfIssue));
        var characters = policy.issued().written();
        while (body.length() < policy.issuedLength() - 1) {
            body.append(characters.charAt(random.nextInt(characters.length())));
        }
        return new Phn(body.toString() + policy.issued().checkCharacter(body.toString()));
    }
}
