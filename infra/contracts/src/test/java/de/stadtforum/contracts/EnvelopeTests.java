package de.stadtforum.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTests {
    private static final Envelope ENVELOPE =
            new Envelope(
                    "0b6c7bb8-9d4e-4f0a-9f62-5d1f0c7a3e11",
                    "/ordnungsamt/session",
                    "de.stadtforum.voting.ballot-cast",
                    "vv1-geschaeftsordnung",
                    Instant.parse("2024-03-05T17:12:30.125Z"),
                    17,
                    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    @Test
    void isWrittenAsTheKafkaBindingOfCloudEventsWantsIt() {
        var expected = new TreeMap<String, String>();
        expected.put("ce_specversion", "1.0");
        expected.put("ce_id", "0b6c7bb8-9d4e-4f0a-9f62-5d1f0c7a3e11");
        expected.put("ce_source", "/ordnungsamt/session");
        expected.put("ce_type", "de.stadtforum.voting.ballot-cast");
        expected.put("ce_subject", "vv1-geschaeftsordnung");
        expected.put("ce_time", "2024-03-05T17:12:30.125Z");
        expected.put("ce_sequence", "00000000000000000017");
        expected.put("ce_traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        expected.put("content-type", "application/json");
        assertThat(ENVELOPE.toHeaders()).isEqualTo(expected);
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Envelope.of(ENVELOPE.toHeaders())).isEqualTo(ENVELOPE);
    }

    @Test
    void needsNoTrace() {
        var headers = ENVELOPE.toHeaders();
        headers.remove("ce_traceparent");
        var read = Envelope.of(headers);
        assertThat(read.traceparent()).isNull();
        assertThat(read.toHeaders()).isEqualTo(headers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_specversion",
                "ce_id",
                "ce_source",
                "ce_type",
                "ce_subject",
                "ce_time",
                "ce_sequence"
            })
    void namesWhatIsMissing(String header) {
        var headers = ENVELOPE.toHeaders();
        headers.remove(header);
        assertThatThrownBy(() -> Envelope.of(headers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(header + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3, ce_specversion is not 1.0",
        "ce_id, ' ', ce_id is missing",
        "ce_subject, '', ce_subject is missing",
        "ce_sequence, 1e3, ce_sequence is no sequence: 1e3",
        "ce_time, 2024-03-05, ce_time is no instant: 2024-03-05",
        "ce_time, gestern, ce_time is no instant: gestern",
        "ce_sequence, 00000000000000000000, ce_sequence is no sequence: 00000000000000000000",
        "ce_sequence, -1, ce_sequence is no sequence: -1",
        "ce_sequence, 99999999999999999999, ce_sequence is no sequence: 99999999999999999999"
    })
    void saysWhatIsWrong(String header, String value, String message) {
        var headers = ENVELOPE.toHeaders();
        headers.put(header, value);
        assertThatThrownBy(() -> Envelope.of(headers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
