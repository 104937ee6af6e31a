package org.ancregistry.interceptors.errors;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an exception came from, for the log; without its message, which may quote a name or a number. */
record Cause(Throwable problem) {

    private static final int DEEPEST = 5;
    private static final int FRAMES = 6;

    static Cause of(Throwable problem) {
        return new Cause(problem);
    }

    @Override
    public String toString() {
        return Stream.iterate(problem, one -> one != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(Cause::line)
                .collect(Collectors.joining(" caused by "));
    }

    private static String line(Throwable one) {
        return one.getClass().getName()
                + Arrays.stream(one.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                        .collect(Collectors.joining(" < ", " at ", ""));
    }
}
