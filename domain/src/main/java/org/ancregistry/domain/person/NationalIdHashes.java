package org.ancregistry.domain.person;

/**
 * All that is kept of a national ID number: HMAC-SHA256 values under the registry's key, hex encoded, and the last three
 * characters for display.
 *
 * @param whole hash of the 12-digit canonical number
 * @param birthPart hash of its birth part (year and day)
 * @param serialPart hash of its serial part
 * @param lastThree the last three characters as typed, for display
 */
public record NationalIdHashes(String whole, String birthPart, String serialPart, String lastThree) {

    @Override
    public String toString() {
        return "NationalIdHashes[…" + lastThree + "]";
    }
}
