package org.ancregistry.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.ancregistry.server.testing.RunningRegistry;
import org.junit.jupiter.api.Test;

/** Who sends a photo that is too large is led back to the form, and does not stand before a broken connection. */
class LongestUploadIT {

    private static final int SEVEN_MEGABYTES = 7 * 1024 * 1024;

    @Test
    void leadsBackToTheForm() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(RunningRegistry.onH2().baseUrl().resolve("/midwife/clinic-day/photo"))
                .header("Content-Type", "multipart/form-data; boundary=photo")
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofByteArray(new byte[SEVEN_MEGABYTES]))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/midwife/clinic-day?photo=too-large"));
    }
}
