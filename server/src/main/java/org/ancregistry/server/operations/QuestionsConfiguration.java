package org.ancregistry.server.operations;

import java.time.Clock;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.Bookings;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.askclinic.AnswerMotherProvider;
import org.ancregistry.operations.askclinic.AnsweringMother;
import org.ancregistry.operations.askclinic.AskClinicProvider;
import org.ancregistry.operations.askclinic.Asking;
import org.ancregistry.operations.askclinic.OpenQuestions;
import org.ancregistry.operations.askclinic.OtherDays;
import org.ancregistry.operations.askclinic.Trail;
import org.ancregistry.server.config.InstallationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a mother asks, and the answer. */
@Configuration(proxyBeanMethods = false)
class QuestionsConfiguration {

    @Bean
    AskClinicProvider askClinic(
            Once once,
            Records records,
            ActivePregnancies pregnancies,
            OpenQuestions questions,
            Trail trail,
            Clock clock,
            InstallationProperties installation) {
        var local = clock.withZone(installation.timeZone());
        return new AskClinicProvider(new Asking(once, records, pregnancies, questions, trail, local));
    }

    @Bean
    AnswerMotherProvider answerMother(
            Once once,
            Reach reach,
            Records records,
            Bookings bookings,
            Clock clock,
            InstallationProperties installation) {
        var local = clock.withZone(installation.timeZone());
        return new AnswerMotherProvider(
                new AnsweringMother(once, reach, records, new OtherDays(records, bookings), local));
    }
}
