package io.plsim.testkit.decisions;

import java.util.List;

/**
 * Why a request was decided as it was.
 *
 * @param text for a person: every question, statement and element
 * @param nearestStatements of each implicitly denied question, the Allow with the fewest elements in its way
 * @param decidingStatements the statements that made the outcome; both lists hold a Sid, or {@code statement 2}
 */
public record Explanation(String text, List<String> nearestStatements, List<String> decidingStatements) {
    public Explanation {
        nearestStatements = List.copyOf(nearestStatements);
        decidingStatements = List.copyOf(decidingStatements);
    }
}
