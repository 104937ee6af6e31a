package org.ancregistry.domain.clinical;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every field of the antenatal record, in the order of the paper form. Read once. */
public final class Dictionary {

    /** A second reading has the LOINC code of the first; only WHO's codes tell them apart. */
    private static final String SECOND = "repeat_";

    private static final Dictionary ANC = new Dictionary(DictionaryReader.read());

    private final Map<String, DictionaryField> byName = new LinkedHashMap<>();

    private final List<DictionaryField> fields;
    private final Map<Code, DictionaryField> byCode = new HashMap<>();
    private final Map<Code, DictionaryField> answeredByCode = new HashMap<>();
    private final Map<Code, List<DictionaryField>> answeredByLoinc = new HashMap<>();

    private Dictionary(List<DictionaryField> fields) {
        this.fields = List.copyOf(fields);
        fields.forEach(field -> {
            byName.put(field.name(), field);
            byCode.putIfAbsent(field.primary(), field);
        });
        fields.stream().filter(field -> field.kind().answered()).forEach(field -> {
            answeredByCode.putIfAbsent(field.primary(), field);
            field.translations().stream()
                    .filter(code -> code.system().equals(SystemUris.LOINC)
                            && !field.name().startsWith(SECOND))
                    .forEach(code -> answeredByLoinc
                            .computeIfAbsent(code, any -> new ArrayList<>())
                            .add(field));
        });
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

    /** The field whose first coding that is, also one that the registry works out itself. */
    public Optional<DictionaryField> fieldCoded(Code primary) {
        return Optional.ofNullable(byCode.get(primary));
    }

    /** The answered field whose first coding that is: how a stored observation finds its question again. */
    public Optional<DictionaryField> fieldOf(Code primary) {
        return Optional.ofNullable(answeredByCode.get(primary));
    }

    /**
     * The answered field that another system means by a LOINC code; nothing where several fields share it. A blood
     * pressure is a first reading.
     */
    public Optional<DictionaryField> fieldOfLoinc(Code loinc) {
        var fields = answeredByLoinc.getOrDefault(loinc, List.of());
        return fields.size() == 1 ? Optional.of(fields.get(0)) : Optional.empty();
    }
}
