package org.ancregistry.server.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Puts what stops a start on the console as a list, without a stack trace. Boot makes it by its name. */
public final class UnsafeInstallationAnalyzer extends AbstractFailureAnalyzer<UnsafeInstallation> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnsafeInstallation cause) {
        return new FailureAnalysis(
                "With the profile production these settings are not fit:\n - " + String.join("\n - ", cause.problems()),
                "Correct them all; docs/configuration.md explains each.",
                cause);
    }
}
