package org.ancregistry.portals.care;

/**
 * A value that is possible and rare, about which somebody is asked once more.
 *
 * @param field the dictionary's name
 * @param value as it was typed
 */
record Rare(String field, String value) {

    /**
     * What the page sends back when it is right: another value is asked about again. With a decimal point, since a list
     * that comes from a page is taken apart at its commas.
     */
    public String key() {
        return field + "=" + value.replace(',', '.');
    }
}
