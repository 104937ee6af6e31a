package org.ancregistry.portals.http;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** Requests to another server that wait no longer than they may, and follow nobody to a third. */
public final class BoundedRequests {

    private BoundedRequests() {}

    /** Makes requests of which a connection, and then an answer, may take as long as {@code patience}. */
    public static ClientHttpRequestFactory within(Duration patience) {
        var connections = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
        var requests = new JdkClientHttpRequestFactory(connections);
        requests.setReadTimeout(patience);
        return requests;
    }
}
