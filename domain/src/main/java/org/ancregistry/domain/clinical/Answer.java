package org.ancregistry.domain.clinical;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What was answered to one question. A no is an answer of its own; what was not asked has no answer at all. */
public sealed interface Answer {

    AnswerShape shape();

    /**
     * A measurement.
     *
     * @param unit UCUM
     */
    record Measured(BigDecimal value, String unit) implements Answer {
        @Override
        public AnswerShape shape() {
            return AnswerShape.MEASURED;
        }
    }

    /**
     * A measurement of which only a bound is known, as where a laboratory writes "less than 5".
     *
     * @param unit UCUM
     */
    record Bounded(Bound bound, BigDecimal value, String unit) implements Answer {
        @Override
        public AnswerShape shape() {
            return AnswerShape.MEASURED;
        }
    }

    /** Where a measurement lies, seen from its bound. */
    enum Bound {
        BELOW,
        AT_MOST,
        AT_LEAST,
        ABOVE
    }

    /** A whole number of something. */
    record Counted(int value) implements Answer {
        @Override
        public AnswerShape shape() {
            return AnswerShape.COUNTED;
        }
    }

    /** Yes or no, each of them said. */
    record YesNo(boolean yes) implements Answer {
        @Override
        public AnswerShape shape() {
            return AnswerShape.YES_NO;
        }
    }

    /** A day. */
    record Dated(LocalDate value) implements Answer {
        @Override
        public AnswerShape shape() {
            return AnswerShape.DATED;
        }
    }

    /** One of the field's coded answers. */
    record Chosen(String answerCode) implements Answer {
        @Override
        public AnswerShape shape() {
            return AnswerShape.CHOSEN;
        }
    }

    /**
     * Several answers of a field that repeats.
     *
     * @param answerCodes those that the field lists
     * @param texts those that it does not list, in words
     */
    record ChosenAll(List<String> answerCodes, List<String> texts) implements Answer {
        public ChosenAll {
            answerCodes = List.copyOf(answerCodes);
            texts = List.copyOf(texts);
        }

        public ChosenAll(List<String> answerCodes) {
            this(answerCodes, List.of());
        }

        /** Masked: what a woman told is in no log. */
        @Override
        public String toString() {
            return "ChosenAll[" + (answerCodes.size() + texts.size()) + " answers]";
        }

        @Override
        public AnswerShape shape() {
            return AnswerShape.CHOSEN;
        }
    }

    /** Words. */
    record Written(String text) implements Answer {
        @Override
        public AnswerShape shape() {
            return AnswerShape.WRITTEN;
        }

        /** Masked: what a woman told is in no log. */
        @Override
        public String toString() {
            return "Written[" + text.length() + " characters]";
        }
    }
}
