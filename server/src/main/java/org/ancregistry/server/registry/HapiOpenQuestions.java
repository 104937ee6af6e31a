package org.ancregistry.server.registry;

import java.util.List;
import java.util.stream.IntStream;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.askclinic.OpenQuestions;
import org.hl7.fhir.r4.model.Task;
import org.springframework.jdbc.core.JdbcTemplate;

/** A mother's open questions, and a row of locks that what she asks at one moment falls on. */
final class HapiOpenQuestions implements OpenQuestions {

    static final String LOCKS = "question_lock";
    static final int STRIPES = 256;

    private final OpenTasks tasks;
    private final LockStripes locks;

    HapiOpenQuestions(OpenTasks tasks, JdbcTemplate jdbc) {
        this.tasks = tasks;
        this.locks =
                new LockStripes(jdbc, LOCKS, STRIPES, "What you asked a moment ago is being written: send it again.");
    }

    @Override
    public void hold(String patient) {
        locks.hold(IntStream.of(patient.hashCode()));
    }

    @Override
    public List<Task> of(String patient, String kind) {
        return tasks.about(patient, kind);
    }
}
