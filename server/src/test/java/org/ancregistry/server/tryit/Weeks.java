package org.ancregistry.server.tryit;

/** Gestational age as midwives write it: {@code 34+2}. */
record Weeks(int days) {

    static Weeks of(String written) {
        var parts = written.split("\\+", 2);
        return new Weeks(Integer.parseInt(parts[0]) * 7 + Integer.parseInt(parts[1]));
    }
}
