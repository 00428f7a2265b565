package io.plsim.policy.lint.rule;

import io.plsim.policy.document.PlacedText;
import io.plsim.policy.document.PrincipalElement;
import io.plsim.policy.lint.subject.LintedResource;
import io.plsim.policy.lint.subject.LintedStatement;
import io.plsim.policy.lint.subject.LintedStatement.Clause;
import java.util.List;
import java.util.stream.Stream;

/** Where a statement may have variables and where it may not (IAM user guide, policy variables). */
final class VariablePlaces {
    private VariablePlaces() {}

    /** Resources, and values of String and Arn operators. */
    static Stream<PlacedText> supported(LintedStatement statement) {
        Stream<PlacedText> values = statement.clauses().stream()
                .filter(VariablePlaces::takesVariables)
                .flatMap(clause -> clause.clause().values().stream());
        return Stream.concat(statement.resources().stream().map(LintedResource::value), values);
    }

    /** Actions, principals, and values of the other operators. */
    static Stream<PlacedText> unsupported(LintedStatement statement) {
        PrincipalElement principal = statement.statement().principal();
        List<PrincipalElement.Entry> entries = principal == null ? List.of() : principal.entries();
        Stream<PlacedText> values = statement.clauses().stream()
                .filter(clause -> !takesVariables(clause))
                .flatMap(clause -> clause.clause().values().stream());
        return Stream.of(
                        statement.actions().stream().map(action -> action.value()),
                        entries.stream().map(PrincipalElement.Entry::value),
                        values)
                .flatMap(stream -> stream);
    }

    /** Resources with a variable in their first five parts. */
    static Stream<PlacedText> beforeTheResource(LintedStatement statement) {
        return statement.resources().stream()
                .filter(resource -> resource.arn()
                        .filter(arn -> (arn.partition() + arn.service() + arn.region() + arn.account()).contains("${"))
                        .isPresent())
                .map(LintedResource::value);
    }

    private static boolean takesVariables(Clause clause) {
        String base = clause.operator().base();
        return base.startsWith("String") || base.startsWith("Arn");
    }
}
