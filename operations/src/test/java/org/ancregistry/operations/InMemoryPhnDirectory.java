package org.ancregistry.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.phn.Phn;

/** A directory outside, which is there from the moment that something is said of it. */
public final class InMemoryPhnDirectory implements PhnDirectory {

    private final Map<Phn, Known> known = new HashMap<>();
    private final List<Known> lookAlikes = new ArrayList<>();
    private boolean down;
    private boolean there;

    public InMemoryPhnDirectory knows(Phn phn, Demographics woman) {
        there = true;
        known.put(phn, new Known(phn, woman));
        lookAlikes.add(new Known(phn, woman));
        return this;
    }

    /** It answers nobody from now on. */
    public InMemoryPhnDirectory isDown(boolean yes) {
        there = true;
        down = yes;
        return this;
    }

    @Override
    public boolean isThere() {
        return there;
    }

    @Override
    public Optional<Known> holderOf(Phn phn) {
        requireUp();
        return Optional.ofNullable(known.get(phn));
    }

    @Override
    public List<Known> like(Demographics woman) {
        requireUp();
        return List.copyOf(lookAlikes);
    }

    private void requireUp() {
        if (down) {
            throw Problem.PHN_DIRECTORY_UNAVAILABLE.because("The directory does not answer.");
        }
    }
}
