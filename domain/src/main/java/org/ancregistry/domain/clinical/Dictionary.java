package org.ancregistry.domain.clinical;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every field of the antenatal record, in the order of the paper form. Read once. */
public final class Dictionary {

    private static final Dictionary ANC = new Dictionary(DictionaryReader.read());

    private final Map<String, DictionaryField> byName = new LinkedHashMap<>();

    private final List<DictionaryField> fields;
    private final Map<Code, DictionaryField> answeredByCode = new HashMap<>();

    private Dictionary(List<DictionaryField> fields) {
        this.fields = List.copyOf(fields);
        fields.forEach(field -> byName.put(field.name(), field));
        fields.stream()
                .filter(field -> field.kind().answered())
                .forEach(field -> answeredByCode.putIfAbsent(field.primary(), field));
    }

    /** The dictionary of antenatal care that this registry speaks. */
    public static Dictionary anc() {
        return ANC;
    }

    public Optional<DictionaryField> field(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A field that code names: its absence is a mistake in the code. */
    public DictionaryField require(String name) {
        return field(name).orElseThrow(() -> new IllegalArgumentException("The dictionary has no field " + name + "."));
    }

    /** All fields. */
    public Collection<DictionaryField> fields() {
        return fields;
    }

    /** The answered field whose first coding that is: how a stored observation finds its question again. */
    public Optional<DictionaryField> fieldOf(Code primary) {
        return Optional.ofNullable(answeredByCode.get(primary));
    }
}
