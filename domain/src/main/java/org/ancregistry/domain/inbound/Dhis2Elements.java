package org.ancregistry.domain.inbound;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ancregistry.domain.clinical.Code;
import org.ancregistry.domain.clinical.CsvTable;
import org.ancregistry.domain.clinical.CsvTable.Row;

/**
 * The data elements and stages of the DHIS2 antenatal programme whose sync agent sends Bundles, as its mapping writes
 * them (dhis2/reference-dhis2-mosip-integration). The guide's mapping page is made from the same tables.
 */
public final class Dhis2Elements {

    private static final Dhis2Elements ANC = new Dhis2Elements();

    private final List<SourceElement> elements = CsvTable.read(Dhis2Elements.class, "dhis2-elements.csv").stream()
            .map(Dhis2Elements::element)
            .toList();
    private final Map<String, String> contactTypes = CsvTable.read(Dhis2Elements.class, "dhis2-stages.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.text("stage"), row -> row.text("contact_type")));

    private Dhis2Elements() {}

    public static Dhis2Elements anc() {
        return ANC;
    }

    /** The line of that data element, where it is sent under that code; another code means something else. */
    public Optional<SourceElement> of(String element, Code code) {
        return elements.stream()
                .filter(one -> one.element().equals(element) && one.code().equals(code))
                .findFirst();
    }

    public List<SourceElement> all() {
        return elements;
    }

    /** Where a mother is seen at events of that programme stage, as a code of anc-contact-type. */
    public Optional<String> contactType(String stage) {
        return Optional.ofNullable(contactTypes.get(stage));
    }

    private static SourceElement element(Row row) {
        var none = row.text("none");
        return new SourceElement(
                row.text("element"),
                row.text("name"),
                row.text("resource"),
                new Code(row.text("system"), row.text("code")),
                Reading.of(row.text("reading")),
                Arrays.stream(row.text("fields").split(" "))
                        .filter(field -> !field.isEmpty())
                        .toList(),
                none.isEmpty() ? null : none);
    }
}
