package org.ancregistry.operations;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.person.NationalIdHashes;

/** Keys that are forgotten when the test ends. Nobody waits for anybody. */
public final class InMemoryStrongKeys implements StrongKeys {

    private final Map<StrongKey, String> holders = new HashMap<>();
    private final Map<String, NationalIdHashes> nationalIds = new HashMap<>();

    @Override
    public Set<String> take(Collection<StrongKey> keys) {
        return keys.stream().map(holders::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    @Override
    public Set<String> holders(Collection<StrongKey> keys) {
        return take(keys);
    }

    @Override
    public boolean provedApart(String patient, String other) {
        return holders.entrySet().stream()
                .filter(held ->
                        held.getValue().equals(patient) && held.getKey().kind().startsWith("subject:"))
                .anyMatch(held -> hasOther(other, held.getKey()));
    }

    @Override
    public void belongTo(String patient, Collection<StrongKey> keys) {
        keys.forEach(key -> holders.put(key, patient));
    }

    @Override
    public boolean hasOther(String patient, StrongKey key) {
        return holders.entrySet().stream()
                .anyMatch(held -> held.getValue().equals(patient)
                        && held.getKey().kind().equals(key.kind())
                        && !held.getKey().equals(key));
    }

    @Override
    public void keep(String patient, NationalIdHashes nationalId) {
        nationalIds.put(patient, nationalId);
    }

    @Override
    public Map<String, NationalIdHashes> nationalIds(Collection<String> patients) {
        return patients.stream()
                .filter(nationalIds::containsKey)
                .collect(Collectors.toMap(patient -> patient, nationalIds::get));
    }
}
