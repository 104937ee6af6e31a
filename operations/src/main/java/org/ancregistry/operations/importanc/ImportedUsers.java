package org.ancregistry.operations.importanc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.importanc.ImportedSources.Brought;
import org.ancregistry.operations.importanc.Sent.User;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;

/**
 * Who wrote it in the other system. They become Practitioners without a role: nobody can sign in here because of what is
 * brought.
 */
final class ImportedUsers {

    private static final String SYSTEM = "urn:dhis2:user:uid";

    private final Map<String, String> known = new HashMap<>();
    private final Map<User, Practitioner> begun = new HashMap<>();

    /**
     * Takes those who are new, in one order for everybody, so that two Bundles never wait crosswise. Who is known is not
     * locked: the Bundles of one midwife's mothers come side by side.
     */
    static ImportedUsers of(Collection<User> users, String importer, ImportedSources sources) {
        var imported = new ImportedUsers();
        var brought = sources.of(importer, users.stream().map(User::source).toList());
        users.forEach(user -> Optional.ofNullable(brought.get(user.source()))
                .ifPresent(known -> imported.known.put(user.id(), known.reference())));
        users.stream()
                .filter(user -> !imported.known.containsKey(user.id()))
                .sorted(Comparator.comparing(User::id))
                .forEach(user -> sources.take(importer, user.source())
                        .ifPresentOrElse(
                                known -> imported.known.put(user.id(), known.reference()),
                                () -> imported.begun.put(user, practitioner(user))));
        return imported;
    }

    private static Practitioner practitioner(User user) {
        var practitioner = Canon.begun(new Practitioner(), "anc-practitioner").setActive(true);
        practitioner.addIdentifier().setSystem(SYSTEM).setValue(user.id());
        practitioner.addName().setText(user.name());
        return practitioner;
    }

    List<Resource> toWrite() {
        return new ArrayList<>(begun.values());
    }

    String reference(String user) {
        return begun.entrySet().stream()
                .filter(one -> one.getKey().id().equals(user))
                .map(one -> Canon.referenceTo(one.getValue()))
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(known.get(user)));
    }

    void locate(Collection<User> users, ImportAnswer answer) {
        begun.forEach((user, practitioner) -> answer.stored(user.entry(), practitioner));
        users.stream()
                .filter(user -> known.containsKey(user.id()))
                .forEach(user -> answer.known(user.entry(), Objects.requireNonNull(known.get(user.id()))));
    }

    Map<String, Brought> brought() {
        var brought = new HashMap<String, Brought>();
        begun.forEach((user, practitioner) ->
                brought.put(user.source(), new Brought(Canon.referenceTo(practitioner), user.id())));
        return brought;
    }
}
