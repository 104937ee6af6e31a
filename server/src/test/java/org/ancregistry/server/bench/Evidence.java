package org.ancregistry.server.bench;

/**
 * Identity evidence for women by the thousand, each with a birth date and a name of her own, put where the portals put it after each one's own sign-in at eSignet.
 * The numbers of the women are the numbers of the requests.
 */
final class Evidence {

    private static final String VERIFIED = """
            {"names":[{"text":"Nimali Perera @name@","language":"en"},{"text":"නිමාලි පෙරේරා","language":"si"}],\
            "birthDate":"@born@","gender":"FEMALE","address":{"text":"12 Temple Road, Gampaha",\
            "street":"12 Temple Road","locality":"Gampaha","postalCode":"11000"},"phone":null,"email":null,\
            "nationalId":{"whole":"@hash@a","birthPart":"@hash@b","serialPart":"@hash@c","lastThree":"123"}}""";

    private static final String INSERT = """
            insert into identity_evidence (handle_hash, provider, subject, verified, asked, granted, declined, acr,
                authenticated_at, asked_by, draft, expires_at, id_token, userinfo)
            select encode(sha256(convert_to('%s-' || n, 'UTF8')), 'hex'), 'bench', 'subject-' || n,
                replace(replace(replace('%s', '@hash@', md5(n::text) || left(md5(n::text), 31)),
                    '@born@', (date '1980-01-01' + (n * 7919 %% 9000)::int)::text),
                    '@name@', translate(left(md5(n::text), 8), '0123456789', 'ghijklmnop')), 'name', 'name', '',
                'mosip:idp:acr:generated-code', now(), '%s', 'draft-' || n, now() + interval '25 minutes', 'x', 'x'
            from generate_series(%d, %d) n
            on conflict do nothing""";

    private Evidence() {}

    /** Makes evidence {@code name-n} of woman n for draft {@code draft-n}, for each number n of the range. */
    static void prepare(Database database, String name, long first, long last) {
        database.execute(INSERT.formatted(name, VERIFIED.replace("'", "''"), District.MIDWIFE, first, last));
        database.execute("analyze identity_evidence");
    }
}
