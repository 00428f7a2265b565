package io.plsim.policy.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy document as it was written, with the place of everything in it.
 *
 * @param version {@code 2012-10-17}, {@code 2008-10-17}, or null when absent: then variables stay literal text
 */
public record PolicyDocument(
        PolicyType type, String source, @Nullable PlacedText version, List<Statement> statements) {
    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    public int statementCount() {
        return statements.size();
    }

    /** Whether {@code ${...}} is a variable here; only the language of 2012 knows variables. */
    public boolean hasVariables() {
        return version != null && version.text().equals("2012-10-17");
    }
}
