package org.ancregistry.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumbersTest {

    private static boolean holdsAHugeNumber(byte[] body) {
        var numbers = new JsonNumbers();
        var huge = false;
        for (var next : body) {
            huge |= numbers.isHuge(next);
        }
        return huge;
    }

    private static boolean holdsAHugeNumber(String body) {
        return holdsAHugeNumber(body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":1e999999999}",
                "{\"value\":-1.5E+1000}",
                "[1,2,3e-99999]",
                "\u2003\uFEFF[1e9999]",
                " \n{\"a\":\"\\\"\",\"b\":1e9999}",
                "{'a':'\"',\"b\":1e9999,\"c\":\"\"}"
            })
    void noticesANumberThatFillsTheMemory(String json) {
        assertThat(holdsAHugeNumber(json)).isTrue();
        assertThat(holdsAHugeNumber(json.getBytes(StandardCharsets.UTF_16LE))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":61.5}",
                "{\"value\":1e3,\"other\":12345678}",
                "{\"value\":6.02e23}",
                "{\"phn\":\"2047E12345\"}",
                "{\"id\":\"12e456789\",\"date\":\"2026-11-23T10:00:00Z\"}",
                "{\"a\":\"\\\\\",\"b\":\"1e99999\"}",
                "{'a':'1e99999'}"
            })
    void letsEverythingElsePass(String json) {
        assertThat(holdsAHugeNumber(json)).isFalse();
    }

    @Test
    void leavesXmlAlone() {
        assertThat(holdsAHugeNumber("<id value='12e45678'/>")).isFalse();
    }
}
